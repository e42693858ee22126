#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <unistd.h>

#include "internal.h"

static volatile sig_atomic_t interrupted, termination, held, continued, resized;

// A byte in this pipe wakes poll(), even if the signal came just before the call or was delivered
// to another thread.
static int wake_pipe[2] = {-1, -1};

typedef struct {
  int signal;
  bool is_installed;
  struct sigaction previous;
} disposition;

static disposition lasting[] = {{.signal = SIGINT},   {.signal = SIGTERM}, {.signal = SIGHUP},
                                {.signal = SIGWINCH}, {.signal = SIGCONT}, {.signal = SIGPIPE}};
static disposition while_reading[] = {{.signal = SIGTSTP}, {.signal = SIGQUIT}};
static int open_count;

#define COUNT(array) (sizeof(array) / sizeof *(array))

static void remember(int signal) {
  int saved_errno = errno;
  switch (signal) {
    case SIGINT: interrupted = 1; break;
    case SIGTERM:
    case SIGHUP: termination = signal; break;
    case SIGTSTP:
    case SIGQUIT: held = signal; break;
    case SIGCONT: continued = 1; break;
    case SIGWINCH: resized = 1; break;
    // A handler that does nothing: unlike SIG_IGN it is not passed on to other programs.
    case SIGPIPE: return;
  }
  // A full pipe is as good as a byte more.
  ssize_t count = write(wake_pipe[1], "", 1);
  (void)count;
  errno = saved_errno;
}

static void install(disposition *each, size_t count) {
  for (; count > 0; each++, count--) {
    sigaction(each->signal, NULL, &each->previous);
    // Who started us with a signal ignored (nohup) wants it to stay so.
    each->is_installed = each->previous.sa_handler != SIG_IGN;
    if (!each->is_installed) continue;
    // poll() returns in spite of SA_RESTART; without it a resize in the middle of a write would
    // make stdio lose text.
    struct sigaction action = {.sa_handler = remember, .sa_flags = SA_RESTART};
    sigemptyset(&action.sa_mask);
    sigaction(each->signal, &action, NULL);
  }
}

static void uninstall(disposition *each, size_t count) {
  for (; count > 0; each++, count--) {
    if (each->is_installed) sigaction(each->signal, &each->previous, NULL);
    each->is_installed = false;
  }
}

int attache_signals_open(void) {
  if (open_count == 0) {
    if (pipe(wake_pipe) != 0) return errno;
    for (int end = 0; end < 2; end++) {
      fcntl(wake_pipe[end], F_SETFL, O_NONBLOCK);
      fcntl(wake_pipe[end], F_SETFD, FD_CLOEXEC);
    }
    interrupted = termination = held = continued = resized = 0;
    install(lasting, COUNT(lasting));
  }
  open_count++;
  return 0;
}

void attache_signals_close(void) {
  if (--open_count > 0) return;
  uninstall(lasting, COUNT(lasting));
  for (int end = 0; end < 2; end++) {
    close(wake_pipe[end]);
    wake_pipe[end] = -1;
  }
}

static int take(volatile sig_atomic_t *flag) {
  int value = *flag;
  if (value != 0) *flag = 0;
  return value;
}

bool attache_signals_take_interrupt(void) { return take(&interrupted) != 0; }
int attache_signals_termination(void) { return termination; }
int attache_signals_take_held(void) { return take(&held); }
bool attache_signals_take_continued(void) { return take(&continued) != 0; }
bool attache_signals_take_resized(void) { return take(&resized) != 0; }
bool attache_signals_stop_reading(void) { return interrupted != 0 || termination != 0; }

void attache_signals_hold(void) {
  // Held signals need the pipe; without it they keep their default action.
  if (open_count > 0) install(while_reading, COUNT(while_reading));
}

void attache_signals_release(void) {
  uninstall(while_reading, COUNT(while_reading));
  int signal = attache_signals_take_held();
  if (signal != 0) kill(getpid(), signal);
}

void attache_signals_raise_default(int signal) {
  struct sigaction handler, by_default = {.sa_handler = SIG_DFL};
  sigemptyset(&by_default.sa_mask);
  sigset_t only, previous;
  sigemptyset(&only);
  sigaddset(&only, signal);
  sigaction(signal, &by_default, &handler);
  pthread_sigmask(SIG_UNBLOCK, &only, &previous);
  raise(signal);
  pthread_sigmask(SIG_SETMASK, &previous, NULL);
  sigaction(signal, &handler, NULL);
}

static bool is_in_background(int descriptor) {
  pid_t foreground = tcgetpgrp(descriptor);
  return foreground != -1 && foreground != getpgrp();
}

void attache_wait_for_foreground(int descriptor) {
  while (is_in_background(descriptor) && !attache_signals_stop_reading()) {
    attache_signals_raise_default(SIGTTIN);
    // Without a shell that could continue us the kernel does not stop us either.
    if (!attache_signals_take_continued()) return;
  }
}

bool attache_wait_for_input(int descriptor, int milliseconds) {
  struct pollfd watched[] = {{.fd = descriptor, .events = POLLIN},
                             {.fd = wake_pipe[0], .events = POLLIN}};
  if (poll(watched, COUNT(watched), milliseconds) <= 0) return false;
  if (watched[1].revents != 0) {
    char bytes[64];
    while (read(wake_pipe[0], bytes, sizeof bytes) > 0) continue;
  }
  return watched[0].revents != 0;
}
