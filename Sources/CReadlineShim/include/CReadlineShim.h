/// What Swift needs of GNU readline, signals and the locale.
///
/// readline keeps its state in global variables, which Swift 6 rightly refuses to touch. All of it
/// stays behind these functions; none of them may be called from two threads at a time, except
/// where it says otherwise.

#ifndef CREADLINESHIM_H
#define CREADLINESHIM_H

#include <stdbool.h>
#include <stddef.h>

// MARK: - Locale

/// Whether the environment asks for a locale whose character encoding is UTF-8.
bool attache_locale_is_utf8(void);

/// Makes the C library and readline take input for UTF-8, whatever the environment says.
///
/// Sets an environment variable if need be, since readline reads the environment again at every
/// line.
void attache_locale_use_utf8(void);

// MARK: - Signals and waiting

/// Begins to remember signals instead of dying of them.
///
/// May be called several times; each call needs its `attache_signals_close`.
///
/// @return 0, or the value of `errno` that explains the failure.
int attache_signals_open(void);

/// Ends what `attache_signals_open` began; the last call restores the previous dispositions.
void attache_signals_close(void);

/// Whether SIGINT has come since the last call; forgets it.
bool attache_signals_take_interrupt(void);

/// The signal that asked the program to end (SIGTERM or SIGHUP), or 0; does not forget it.
int attache_signals_termination(void);

/// Stops the process while its terminal belongs to another job of the shell.
///
/// To be called before a terminal is prepared: in the background one would save, and later
/// restore, the settings that the shell uses for its own line.
void attache_wait_for_foreground(int descriptor);

/// Waits until a descriptor has input, a signal has come or time is over. Any thread may call it.
///
/// @param milliseconds How long to wait at most; negative: without limit.
/// @return Whether the descriptor can be read without blocking (end of input counts).
bool attache_wait_for_input(int descriptor, int milliseconds);

/// Whether a descriptor belongs to a terminal that has vanished. Any thread may call it.
///
/// Reading from one gives an error or, mostly, the end of input.
bool attache_has_hung_up(int descriptor);

// MARK: - Output

/// Writes what is still buffered for standard output.
///
/// @return 0 if all that was ever printed has been written, else a value of `errno`.
int attache_output_finish(void);

// MARK: - Words and history for the next line

/// Forgets all words of completion.
void attache_completions_clear(void);

/// Adds a word that TAB may complete the whole line to; the word is copied.
void attache_completions_add(const char *word);

/// Empties readline's history list.
void attache_history_clear(void);

/// Adds a line to readline's history list, as the newest; the line is copied.
void attache_history_add(const char *line);

// MARK: - Editor

/// Where lines are read from and echoed to.
typedef struct attache_editor attache_editor;

/// How far the reading of a line has come.
typedef enum __attribute__((enum_extensibility(closed))) {
  /// The line is not finished.
  AttacheReadStateEditing,
  /// The user has finished the line.
  AttacheReadStateAccepted,
  /// The user has ended the input on an empty line.
  AttacheReadStateEndOfInput,
  /// The terminal has vanished.
  AttacheReadStateHangup,
} AttacheReadState;

/// Makes an editor.
///
/// @param input Descriptor that is read; it must stay open as long as the editor.
/// @param output Descriptor that is written to; 1 shares the buffer of `stdout`.
/// @param name What `$if` in an inputrc file compares with; the first editor's counts.
/// @param pastes Whether a pasted text is one line; false overrules the user's inputrc.
/// @return The editor, or NULL with `errno` set.
attache_editor *attache_editor_create(int input, int output, const char *name, bool pastes);

/// Frees an editor that is not reading.
void attache_editor_destroy(attache_editor *editor);

/// Moves to a new line of the terminal, after everything that the program has printed.
void attache_editor_end_row(attache_editor *editor);

/// Prepares the terminal and shows the prompt.
///
/// @param prompt Escape sequences in it stand between the bytes 1 and 2.
/// @return False if a line is being read already.
bool attache_editor_begin(attache_editor *editor, const char *prompt);

/// Waits for input and takes it in.
///
/// @param milliseconds How long to wait at most; negative: without limit.
AttacheReadState attache_editor_step(int milliseconds);

/// Does what came by signal and concerns the terminal: stops and continues, resizes.
void attache_editor_serve_signals(void);

/// Gives up a line: restores the terminal and moves to a new line.
///
/// @param discards_type_ahead Whether keys that are waiting are thrown away.
/// @param echoes_interrupt Whether the interrupt character is shown, as the terminal itself would.
void attache_editor_abandon(bool discards_type_ahead, bool echoes_interrupt);

/// The text of the finished or abandoned line; valid until the next line is begun.
const char *attache_editor_line(void);

#endif
