#include <stdio.h>

#include <readline/history.h>
#include <readline/readline.h>

#include "internal.h"

void attache_history_clear(void) {
  HIST_ENTRY **entries = history_list();
  int count = history_length;
  rl_clear_history();
  // readline 8.2 leaves pointers to the freed entries, which a search would follow.
  for (int index = 0; entries != NULL && index < count; index++) entries[index] = NULL;
  using_history();
}

void attache_history_add(const char *line) {
  add_history(line);
  using_history();
}
