#include <errno.h>
#include <stdio.h>

#include "CReadlineShim.h"

int attache_output_finish(void) {
  errno = 0;
  // The flag tells of what failed earlier, when nobody looked.
  if (fflush(stdout) == 0 && !ferror(stdout)) return 0;
  return errno != 0 ? errno : EIO;
}
