/// What the files of this target share with each other, not with Swift.

#ifndef CREADLINESHIM_INTERNAL_H
#define CREADLINESHIM_INTERNAL_H

#include <stdio.h>

#include "CReadlineShim.h"

/// Whether a signal asks for the end of the line that is being read; forgets nothing.
bool attache_signals_stop_reading(void);

/// Begins to hold back SIGTSTP and SIGQUIT, which must not act while the terminal is prepared.
void attache_signals_hold(void);

/// Ends what `attache_signals_hold` began; a signal that is still held back acts now.
void attache_signals_release(void);

/// The signal held back since the last call, or 0; forgets it.
int attache_signals_take_held(void);

/// Lets a held signal act as if it had no handler; returns when the process is continued.
void attache_signals_raise_default(int signal);

/// Whether the process was continued since the last call; forgets it.
bool attache_signals_take_continued(void);

/// Whether the terminal was resized since the last call; forgets it.
bool attache_signals_take_resized(void);

/// Sets readline up for our completion.
void attache_completions_configure(void);

/// Sets readline up for our way with pasted text.
void attache_paste_configure(void);

/// Prepares the terminal as readline does, and so that no read from it waits; readline calls it.
void attache_input_prepare_terminal(int meta);

/// Takes in the byte that is waiting, for the input function.
///
/// @param milliseconds How long that may wait for the bytes after it; negative: without limit.
/// @return False if there is none after all, though the input is not over.
bool attache_input_expect(int milliseconds);

/// Whether the terminal has vanished while it was read.
bool attache_input_hung_up(void);

/// Reads a byte; readline calls it.
int attache_input_read(FILE *stream);

#endif
