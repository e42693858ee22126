#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include <readline/readline.h>

#include "internal.h"

struct attache_editor {
  FILE *input;
  FILE *output;
  char *name;
  bool pastes;
};

static atomic_flag is_reading = ATOMIC_FLAG_INIT;
static bool is_terminal_prepared;
static AttacheReadState state;
static char *finished_line;

// MARK: - Life of an editor

static FILE *open_stream(int descriptor, const char *mode) {
  if (descriptor == STDIN_FILENO) return stdin;
  if (descriptor == STDOUT_FILENO) return stdout;
  int copy = dup(descriptor);
  if (copy < 0) return NULL;
  FILE *stream = fdopen(copy, mode);
  if (stream == NULL) close(copy);
  return stream;
}

static void close_stream(FILE *stream) {
  if (stream != NULL && stream != stdin && stream != stdout) fclose(stream);
}

attache_editor *attache_editor_create(int input, int output, const char *name, bool pastes) {
  attache_editor *editor = calloc(1, sizeof *editor);
  if (editor == NULL) return NULL;
  editor->input = open_stream(input, "r");
  editor->output = open_stream(output, "w");
  editor->name = strdup(name);
  editor->pastes = pastes;
  if (editor->input == NULL || editor->output == NULL || editor->name == NULL) {
    int saved_errno = errno;
    attache_editor_destroy(editor);
    errno = saved_errno;
    return NULL;
  }
  return editor;
}

void attache_editor_destroy(attache_editor *editor) {
  if (rl_instream == editor->input) rl_instream = stdin;
  if (rl_outstream == editor->output) rl_outstream = stdout;
  if (rl_readline_name == editor->name) rl_readline_name = "other";
  close_stream(editor->input);
  close_stream(editor->output);
  free(editor->name);
  free(editor);
}

// MARK: - Setting readline up

// readline would print a newline at the end of input, but only if pasting is bracketed; ours comes
// always.
static void restore_terminal(void) {
  rl_eof_found = 0;
  rl_deprep_terminal();
}

static void restore_terminal_at_exit(void) {
  if (!is_terminal_prepared) return;
  // What is printed next must not overwrite the unfinished line.
  rl_crlf();
  restore_terminal();
}

static void configure_once(void) {
  static bool is_configured;
  if (is_configured) return;
  is_configured = true;
  attache_completions_configure();
  attache_paste_configure();
  atexit(restore_terminal_at_exit);
}

static void configure_paste(const attache_editor *editor) {
  static bool is_overruled;
  if (is_overruled == !editor->pastes) return;
  is_overruled = !editor->pastes;
  rl_variable_bind("enable-bracketed-paste", is_overruled ? "off" : "on");
}

// If the terminal vanished during a line, its settings could not be restored and readline still
// takes the terminal for prepared: it would leave this one as it is.
static void forget_vanished_terminal(void) {
  if (!RL_ISSTATE(RL_STATE_TERMPREPPED)) return;
  struct termios settings;
  if (tcgetattr(fileno(rl_instream), &settings) != 0) return;
  restore_terminal();
  tcsetattr(fileno(rl_instream), TCSANOW, &settings);
}

static void configure(attache_editor *editor) {
  rl_instream = editor->input;
  rl_outstream = editor->output;
  rl_readline_name = editor->name;
  rl_catch_signals = 0;
  rl_catch_sigwinch = 0;
  // Else LINES and COLUMNS would be set for every program that we start.
  rl_change_environment = 0;
  rl_getc_function = attache_input_read;
  rl_prep_term_function = attache_input_prepare_terminal;
  rl_deprep_term_function = restore_terminal;
  forget_vanished_terminal();
  rl_initialize();
  configure_once();
  configure_paste(editor);
  // The terminal may have been resized since the last line.
  rl_reset_screen_size();
  (void)attache_signals_take_resized();
  (void)attache_signals_take_continued();
}

// MARK: - Reading a line

static void keep_line(const char *line) {
  free(finished_line);
  finished_line = line == NULL ? NULL : strdup(line);
}

static void finish(void) {
  is_terminal_prepared = false;
  attache_completions_clear();
  attache_history_clear();
  atomic_flag_clear(&is_reading);
  attache_signals_release();
}

static void accept_line(char *line) {
  state = line == NULL ? AttacheReadStateEndOfInput : AttacheReadStateAccepted;
  keep_line(line);
  free(line);
  if (state == AttacheReadStateEndOfInput) {
    rl_crlf();
    fflush(rl_outstream);
  }
  // At once, or readline shows the prompt again.
  rl_callback_handler_remove();
  // The rest of a macro must not go on without a handler: that would crash.
  rl_clear_pending_input();
  RL_UNSETSTATE(RL_STATE_MACROINPUT);
}

void attache_editor_end_row(attache_editor *editor) {
  fputc('\n', editor->output);
  fflush(NULL);
}

bool attache_editor_begin(attache_editor *editor, const char *prompt) {
  if (atomic_flag_test_and_set(&is_reading)) return false;
  fflush(NULL);
  keep_line(NULL);
  state = AttacheReadStateEditing;
  configure(editor);
  attache_signals_hold();
  is_terminal_prepared = true;
  rl_callback_handler_install(prompt, accept_line);
  return true;
}

AttacheReadState attache_editor_step(int milliseconds) {
  if (!attache_wait_for_input(fileno(rl_instream), milliseconds)) return state;
  if (!attache_input_expect(milliseconds)) return state;
  rl_callback_read_char();
  if (attache_input_hung_up()) {
    // What was typed so far was not meant as a line, though readline may have taken it so.
    if (state == AttacheReadStateEditing) rl_callback_handler_remove();
    state = AttacheReadStateHangup;
  }
  if (state != AttacheReadStateEditing) finish();
  return state;
}

void attache_editor_abandon(bool discards_type_ahead, bool echoes_interrupt) {
  keep_line(rl_line_buffer);
  rl_callback_sigcleanup();
  // The cursor may stand in the middle of a text of several rows.
  rl_point = rl_end;
  rl_redisplay_function();
  if (echoes_interrupt) rl_echo_signal_char(SIGINT);
  rl_crlf();
  rl_free_line_state();
  rl_clear_pending_input();
  rl_callback_handler_remove();
  fflush(rl_outstream);
  if (discards_type_ahead) tcflush(fileno(rl_instream), TCIFLUSH);
  finish();
}

const char *attache_editor_line(void) { return finished_line == NULL ? "" : finished_line; }

// MARK: - Signals that concern the terminal

static void prepare_again(void) {
  attache_wait_for_foreground(fileno(rl_instream));
  // Killed while it was stopped: the terminal may still belong to another job.
  if (attache_signals_stop_reading()) return;
  rl_reset_after_signal();
  rl_on_new_line();
  rl_forced_update_display();
}

static void act_on_held_signal(int signal) {
  rl_cleanup_after_signal();
  fflush(rl_outstream);
  attache_signals_raise_default(signal);
  (void)attache_signals_take_continued();
  prepare_again();
}

// SIGSTOP cannot be held: the shell has reset the terminal behind our back.
static void act_on_continuation(void) {
  rl_cleanup_after_signal();
  putc('\r', rl_outstream);
  prepare_again();
}

void attache_editor_serve_signals(void) {
  int held = attache_signals_take_held();
  if (held != 0) act_on_held_signal(held);
  if (attache_signals_take_continued()) act_on_continuation();
  if (attache_signals_take_resized()) rl_resize_terminal();
}
