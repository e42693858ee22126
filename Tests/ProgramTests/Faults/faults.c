// Stands between a program and the C library: the clock may stand still, and the n-th change of the
// file system may fail, or be the one at which the program is killed.
//
//   FAULTS_CLOCK    Seconds since 1970 that the clock shows, always.
//   FAULTS_UNDER    Folders, with colons between; only changes in them count.
//   FAULTS_AT    Which change is hit, from 1 on.
//   FAULTS_MODE     once: it fails. full: it and all later ones that need space fail, a write after
//                    its first half. kill: the program is killed, in the middle of a write.
//   FAULTS_ERRNO    What it fails with, without `full`.
//   FAULTS_REPORT   A file: gets a line for each change that is hit.
//   FAULTS_COUNT    A file: gets a byte for each change that counts.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/sendfile.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static atomic_int changes;

static int is_under(const char *path) {
  const char *under = getenv("FAULTS_UNDER");
  while (under && *under) {
    size_t length = strcspn(under, ":");
    if (!strncmp(path, under, length) && (path[length] == 0 || path[length] == '/')) return 1;
    under += length + (under[length] == ':');
  }
  return 0;
}

static int counts_path(int folder, const char *path) {
  char whole[2 * PATH_MAX] = "";
  if (!path) return 0;
  if (path[0] != '/') {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", folder);
    ssize_t length = readlink(folder == AT_FDCWD ? "/proc/self/cwd" : link, whole, PATH_MAX);
    if (length < 0) return 0;
    whole[length] = '/';
  }
  strncat(whole, path, PATH_MAX);
  return is_under(whole);
}

static int counts_file(int descriptor) {
  char link[64], path[PATH_MAX];
  snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return is_under(path);
}

static void note(const char *variable, const char *text, size_t length) {
  const char *file = getenv(variable);
  if (!file) return;
  int descriptor = syscall(SYS_openat, AT_FDCWD, file, O_WRONLY | O_CREAT | O_APPEND, 0600);
  syscall(SYS_write, descriptor, text, length);
  syscall(SYS_close, descriptor);
}

// Whether a change that counts is hit; sets errno.
static int is_hit(const char *call, int needs_space) {
  const char *fault = getenv("FAULTS_AT"), *mode = getenv("FAULTS_MODE");
  int number = atomic_fetch_add(&changes, 1) + 1;
  note("FAULTS_COUNT", ".", 1);
  if (!fault || !mode) return 0;
  int is_full = !strcmp(mode, "full");
  if (is_full ? number < atoi(fault) || !needs_space : number != atoi(fault)) return 0;
  char line[100];
  snprintf(line, sizeof line, "%d %s\n", number, call);
  note("FAULTS_REPORT", line, strlen(line));
  const char *code = getenv("FAULTS_ERRNO");
  errno = is_full || !code ? ENOSPC : atoi(code);
  return 1;
}

static int is_mode(const char *name) {
  const char *mode = getenv("FAULTS_MODE");
  return mode && !strcmp(mode, name);
}

static void die_if_killed(void) {
  if (is_mode("kill")) kill(getpid(), SIGKILL);
}

#define CHANGE(result, name, parameters, arguments, counts, needs_space) \
  result name parameters {                                               \
    if ((counts) && is_hit(#name, needs_space)) {                        \
      die_if_killed();                                                   \
      return -1;                                                         \
    }                                                                    \
    return NEXT(name) arguments;                                         \
  }

CHANGE(int, fsync, (int file), (file), counts_file(file), 0)
CHANGE(int, fdatasync, (int file), (file), counts_file(file), 0)
CHANGE(int, ftruncate, (int file, off_t size), (file, size), counts_file(file), size > 0)
CHANGE(int, ftruncate64, (int file, off64_t size), (file, size), counts_file(file), size > 0)
CHANGE(int, rename, (const char *from, const char *to), (from, to),
       counts_path(AT_FDCWD, from) || counts_path(AT_FDCWD, to), 0)
CHANGE(int, renameat, (int a, const char *from, int b, const char *to), (a, from, b, to),
       counts_path(a, from) || counts_path(b, to), 0)
CHANGE(int, renameat2, (int a, const char *from, int b, const char *to, unsigned flags),
       (a, from, b, to, flags), counts_path(a, from) || counts_path(b, to), 0)
CHANGE(int, link, (const char *from, const char *to), (from, to), counts_path(AT_FDCWD, to), 1)
CHANGE(int, linkat, (int a, const char *from, int b, const char *to, int flags),
       (a, from, b, to, flags), counts_path(b, to), 1)
CHANGE(int, mkdir, (const char *path, mode_t mode), (path, mode), counts_path(AT_FDCWD, path), 1)
CHANGE(int, unlink, (const char *path), (path), counts_path(AT_FDCWD, path), 0)
CHANGE(int, unlinkat, (int folder, const char *path, int flags), (folder, path, flags),
       counts_path(folder, path), 0)
CHANGE(int, rmdir, (const char *path), (path), counts_path(AT_FDCWD, path), 0)
CHANGE(ssize_t, sendfile, (int to, int from, off_t *offset, size_t count),
       (to, from, offset, count), counts_file(to), 1)
CHANGE(ssize_t, sendfile64, (int to, int from, off64_t *offset, size_t count),
       (to, from, offset, count), counts_file(to), 1)
CHANGE(ssize_t, copy_file_range,
       (int from, off64_t *a, int to, off64_t *b, size_t count, unsigned flags),
       (from, a, to, b, count, flags), counts_file(to), 1)
CHANGE(ssize_t, writev, (int file, const struct iovec *parts, int count), (file, parts, count),
       counts_file(file), 1)

// A write that is hit may have reached the file with its first half.
#define WRITE(name, parameters, whole, half)                        \
  ssize_t name parameters {                                         \
    if (counts_file(file) && is_hit(#name, 1)) {                    \
      int code = errno;                                             \
      if (count > 1 && (is_mode("full") || is_mode("kill"))) {      \
        ssize_t written = NEXT(name) half;                          \
        die_if_killed();                                            \
        return written;                                             \
      }                                                             \
      die_if_killed();                                              \
      errno = code;                                                 \
      return -1;                                                    \
    }                                                               \
    return NEXT(name) whole;                                        \
  }

WRITE(write, (int file, const void *bytes, size_t count), (file, bytes, count),
      (file, bytes, count / 2))
WRITE(pwrite, (int file, const void *bytes, size_t count, off_t offset),
      (file, bytes, count, offset), (file, bytes, count / 2, offset))
WRITE(pwrite64, (int file, const void *bytes, size_t count, off64_t offset),
      (file, bytes, count, offset), (file, bytes, count / 2, offset))

// Opening counts where it makes a file.
#define OPEN(name, parameters, arguments, folder)                                            \
  int name parameters {                                                                      \
    mode_t mode = 0;                                                                         \
    if (flags & (O_CREAT | O_TMPFILE)) {                                                     \
      va_list rest;                                                                          \
      va_start(rest, flags);                                                                 \
      mode = va_arg(rest, mode_t);                                                           \
      va_end(rest);                                                                          \
    }                                                                                        \
    if (flags & O_CREAT && faccessat(folder, path, F_OK, 0) && counts_path(folder, path) &&  \
        is_hit(#name, 1)) {                                                                  \
      die_if_killed();                                                                       \
      return -1;                                                                             \
    }                                                                                        \
    return NEXT(name) arguments;                                                             \
  }

OPEN(open, (const char *path, int flags, ...), (path, flags, mode), AT_FDCWD)
OPEN(open64, (const char *path, int flags, ...), (path, flags, mode), AT_FDCWD)
OPEN(openat, (int folder, const char *path, int flags, ...), (folder, path, flags, mode), folder)
OPEN(openat64, (int folder, const char *path, int flags, ...), (folder, path, flags, mode), folder)

int clock_gettime(clockid_t clock, struct timespec *time) {
  const char *fixed = getenv("FAULTS_CLOCK");
  if (clock != CLOCK_REALTIME || !fixed) return NEXT(clock_gettime)(clock, time);
  *time = (struct timespec){.tv_sec = atoll(fixed)};
  return 0;
}

int gettimeofday(struct timeval *restrict time, void *restrict zone) {
  struct timespec now;
  if (clock_gettime(CLOCK_REALTIME, &now)) return -1;
  *time = (struct timeval){.tv_sec = now.tv_sec, .tv_usec = now.tv_nsec / 1000};
  return 0;
}
