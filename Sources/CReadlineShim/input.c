#include <errno.h>
#include <stdint.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#include <readline/readline.h>

#include "internal.h"

static bool is_byte_waiting;
static bool has_deadline;
static int64_t deadline;
static size_t closing_position;
static bool has_hung_up;

static int64_t milliseconds_now(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void attache_input_expect(int milliseconds) {
  is_byte_waiting = true;
  has_deadline = milliseconds >= 0;
  deadline = milliseconds_now() + milliseconds;
  closing_position = 0;
  has_hung_up = false;
}

bool attache_has_hung_up(int descriptor) {
  struct termios settings;
  return tcgetattr(descriptor, &settings) != 0 && errno == EIO;
}

bool attache_input_hung_up(void) { return has_hung_up; }

// Inside a paste the end of input would make readline 8.2 use a buffer without a terminating NUL;
// the sequence that closes a paste ends it in good order.
static int byte_instead_of_input(void) {
  static const char closing[] = "\033[201~";
  if (RL_ISSTATE(RL_STATE_MOREINPUT) && closing_position < sizeof closing - 1) {
    return closing[closing_position++];
  }
  return EOF;
}

int attache_input_read(FILE *stream) {
  for (;;) {
    if (!is_byte_waiting) {
      // A command that reads on by itself (a paste, a search) must not outlive a signal or the
      // deadline either.
      int64_t left = has_deadline ? deadline - milliseconds_now() : -1;
      bool is_late = has_deadline && left <= 0;
      if (is_late || attache_signals_stop_reading()) return byte_instead_of_input();
      if (!attache_wait_for_input(fileno(stream), (int)left)) continue;
    }
    is_byte_waiting = false;
    unsigned char byte;
    ssize_t count = read(fileno(stream), &byte, 1);
    if (count == 1) return byte;
    if (count < 0 && (errno == EINTR || errno == EAGAIN)) continue;
    has_hung_up = (count < 0 && errno == EIO) || attache_has_hung_up(fileno(stream));
    return byte_instead_of_input();
  }
}
