/// What Swift needs of libzip: to write an archive into memory.
///
/// A writer owns everything that it hands out; nothing else is to be freed. A writer belongs to one
/// thread at a time.

#ifndef CZIPSHIM_H
#define CZIPSHIM_H

#include <stddef.h>
#include <stdint.h>

/// An archive in the making, and its bytes once it is finished.
typedef struct attache_zip_writer attache_zip_writer;

/// Begins an archive.
///
/// @return A writer to be closed with `attache_zip_close`, or NULL if there is no memory.
attache_zip_writer *attache_zip_open(void);

/// Adds a file after those already there, deflated, its time 1980-01-01 00:00.
///
/// @param name Relative, UTF-8, ended by a NUL; copied.
/// @param bytes What the file holds; copied. May be NULL if `length` is 0.
/// @return 0, or one of libzip's codes (ZIP_ER_...).
int32_t attache_zip_add(
  attache_zip_writer *writer, const char *name, const uint8_t *bytes, size_t length);

/// Packs what was added; after it nothing can be added.
///
/// @return 0, or one of libzip's codes (ZIP_ER_...); ZIP_ER_INVAL if nothing was added.
int32_t attache_zip_finish(attache_zip_writer *writer);

/// The archive's bytes; NULL until it is finished. The writer's own: valid until it is closed.
const uint8_t *attache_zip_bytes(const attache_zip_writer *writer);

/// How many bytes the archive has; 0 until it is finished.
size_t attache_zip_length(const attache_zip_writer *writer);

/// What libzip says of the last failure, in English. The writer's own: valid until the next call.
const char *attache_zip_message(const attache_zip_writer *writer);

/// Ends a writer, and with it its bytes and its message. NULL is let pass.
void attache_zip_close(attache_zip_writer *writer);

#endif
