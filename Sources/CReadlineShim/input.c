#include <errno.h>
#include <stdint.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#include <readline/readline.h>

#include "internal.h"

static bool is_byte_waiting;
static unsigned char waiting_byte;
static bool is_over;
static bool has_deadline;
static int64_t deadline;
static size_t closing_position;
static bool has_hung_up;

static int64_t milliseconds_now(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}


bool attache_has_hung_up(int descriptor) {
  struct termios settings;
  return tcgetattr(descriptor, &settings) != 0 && errno == EIO;
}

bool attache_input_hung_up(void) { return has_hung_up; }

// Takes a byte in if one is there. Between poll() and read() Ctrl-C and Ctrl-Z make the kernel
// throw away what was typed; a read that waits would then sleep on their signal.
static bool take_byte(int descriptor) {
  ssize_t count;
  do {
    count = read(descriptor, &waiting_byte, 1);
  } while (count < 0 && errno == EINTR);
  is_byte_waiting = count == 1;
  if (is_byte_waiting) return true;
  if (count < 0 && errno == EAGAIN) return false;
  has_hung_up = (count < 0 && errno == EIO) || attache_has_hung_up(descriptor);
  struct termios settings;
  bool never_waits = tcgetattr(descriptor, &settings) == 0 && !(settings.c_lflag & ICANON) &&
                     settings.c_cc[VMIN] == 0;
  is_over = count < 0 || has_hung_up || !never_waits;
  return is_over;
}

void attache_input_prepare_terminal(int meta) {
  rl_prep_terminal(meta);
  struct termios settings;
  if (tcgetattr(fileno(rl_instream), &settings) != 0 || settings.c_lflag & ICANON) return;
  settings.c_cc[VMIN] = settings.c_cc[VTIME] = 0;
  tcsetattr(fileno(rl_instream), TCSADRAIN, &settings);
}

bool attache_input_expect(int milliseconds) {
  has_deadline = milliseconds >= 0;
  deadline = milliseconds_now() + milliseconds;
  closing_position = 0;
  has_hung_up = is_over = false;
  return is_byte_waiting || take_byte(fileno(rl_instream));
}

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
  while (!is_byte_waiting && !is_over) {
    // A command that reads on by itself (a paste, a search) must not outlive a signal or the
    // deadline either.
    int64_t left = has_deadline ? deadline - milliseconds_now() : -1;
    bool is_late = has_deadline && left <= 0;
    if (is_late || attache_signals_stop_reading()) return byte_instead_of_input();
    // Even a letter reads on if more seems to be there: readline inserts all of it at once.
    attache_editor_serve_signals();
    if (attache_wait_for_input(fileno(stream), (int)left)) take_byte(fileno(stream));
  }
  if (!is_byte_waiting) return byte_instead_of_input();
  is_byte_waiting = false;
  return waiting_byte;
}
