#ifndef CDISKSHIM_H
#define CDISKSHIM_H

/// Lets two files or folders change places in one step: `renameat2` with `RENAME_EXCHANGE`, which
/// Swift's view of the C library lacks.
///
/// @return 0, or -1 with the reason in `errno`.
int attache_exchange(const char *path, const char *other);

#endif
