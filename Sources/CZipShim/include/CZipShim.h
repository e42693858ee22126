/// What Swift needs of libzip: to write an archive into memory.

#ifndef CZIPSHIM_H
#define CZIPSHIM_H

#include <stddef.h>

#endif
