#include "CZipShim.h"

#include <stdlib.h>
#include <string.h>

#include <zip.h>

// 1980-01-01, the first day that the format can hold: year 0, month 1, day 1.
static const zip_uint16_t first_day = (1u << 5) | 1u;

struct attache_zip_writer {
  zip_t *archive;        // NULL once it is finished or has failed
  zip_source_t *buffer;  // what the archive is written into; one reference is ours
  uint8_t *bytes;
  size_t length;
  zip_error_t error;
};

static int32_t fail(attache_zip_writer *writer, int code) {
  zip_error_set(&writer->error, code, 0);
  return code;
}

static int32_t fail_like(attache_zip_writer *writer, const zip_error_t *cause) {
  int code = zip_error_code_zip(cause);
  zip_error_set(&writer->error, code, zip_error_code_system(cause));
  return code == ZIP_ER_OK ? ZIP_ER_INTERNAL : code;
}

attache_zip_writer *attache_zip_open(void) {
  attache_zip_writer *writer = calloc(1, sizeof *writer);
  if (writer == NULL) return NULL;
  zip_error_init(&writer->error);
  writer->buffer = zip_source_buffer_create(NULL, 0, 0, &writer->error);
  if (writer->buffer != NULL) {
    writer->archive = zip_open_from_source(writer->buffer, ZIP_TRUNCATE, &writer->error);
  }
  if (writer->archive == NULL) {
    attache_zip_close(writer);
    return NULL;
  }
  // The archive takes the first reference with it when it is closed.
  zip_source_keep(writer->buffer);
  return writer;
}

int32_t attache_zip_add(
  attache_zip_writer *writer, const char *name, const uint8_t *bytes, size_t length) {
  if (writer->archive == NULL) return fail(writer, ZIP_ER_ZIPCLOSED);
  // libzip does not free what it is given for a file without bytes.
  uint8_t *copy = NULL;
  if (length > 0) {
    copy = malloc(length);
    if (copy == NULL) return fail(writer, ZIP_ER_MEMORY);
    memcpy(copy, bytes, length);
  }
  zip_source_t *source = zip_source_buffer(writer->archive, copy, length, 1);
  if (source == NULL) {
    free(copy);
    return fail_like(writer, zip_get_error(writer->archive));
  }
  zip_int64_t place = zip_file_add(writer->archive, name, source, ZIP_FL_ENC_UTF_8);
  if (place < 0) {
    zip_source_free(source);
    return fail_like(writer, zip_get_error(writer->archive));
  }
  if (zip_set_file_compression(writer->archive, (zip_uint64_t)place, ZIP_CM_DEFLATE, 9) != 0 ||
      zip_file_set_dostime(writer->archive, (zip_uint64_t)place, 0, first_day, 0) != 0) {
    return fail_like(writer, zip_get_error(writer->archive));
  }
  return 0;
}

// Copies the archive out of the buffer that it was written into.
static int32_t take_bytes(attache_zip_writer *writer) {
  zip_stat_t status;
  zip_stat_init(&status);
  if (zip_source_stat(writer->buffer, &status) != 0 || !(status.valid & ZIP_STAT_SIZE)) {
    return fail_like(writer, zip_source_error(writer->buffer));
  }
  size_t length = (size_t)status.size;
  uint8_t *bytes = malloc(length == 0 ? 1 : length);
  if (bytes == NULL) return fail(writer, ZIP_ER_MEMORY);
  if (zip_source_open(writer->buffer) != 0) {
    free(bytes);
    return fail_like(writer, zip_source_error(writer->buffer));
  }
  zip_int64_t count = zip_source_read(writer->buffer, bytes, length);
  zip_source_close(writer->buffer);
  if (count < 0 || (size_t)count != length) {
    free(bytes);
    return fail(writer, ZIP_ER_READ);
  }
  writer->bytes = bytes;
  writer->length = length;
  return 0;
}

int32_t attache_zip_finish(attache_zip_writer *writer) {
  if (writer->archive == NULL) return fail(writer, ZIP_ER_ZIPCLOSED);
  // libzip deletes an archive without files instead of writing it.
  if (zip_get_num_entries(writer->archive, 0) == 0) return fail(writer, ZIP_ER_INVAL);
  if (zip_close(writer->archive) != 0) {
    int32_t code = fail_like(writer, zip_get_error(writer->archive));
    zip_discard(writer->archive);
    writer->archive = NULL;
    return code;
  }
  writer->archive = NULL;
  return take_bytes(writer);
}

const uint8_t *attache_zip_bytes(const attache_zip_writer *writer) { return writer->bytes; }

size_t attache_zip_length(const attache_zip_writer *writer) { return writer->length; }

const char *attache_zip_message(const attache_zip_writer *writer) {
  // What libzip puts together for the message is kept in the error itself.
  return zip_error_strerror((zip_error_t *)&writer->error);
}

void attache_zip_close(attache_zip_writer *writer) {
  if (writer == NULL) return;
  if (writer->archive != NULL) zip_discard(writer->archive);
  if (writer->buffer != NULL) zip_source_free(writer->buffer);
  free(writer->bytes);
  zip_error_fini(&writer->error);
  free(writer);
}
