#include "CZipShim.h"
