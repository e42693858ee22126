#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>
#include <wctype.h>

#include <readline/readline.h>

#include "internal.h"

static char **words;
static size_t word_count;

void attache_completions_clear(void) {
  for (size_t index = 0; index < word_count; index++) free(words[index]);
  free(words);
  words = NULL;
  word_count = 0;
}

void attache_completions_add(const char *word) {
  char *copy = strdup(word);
  char **grown = realloc(words, (word_count + 1) * sizeof *words);
  if (grown != NULL) words = grown;
  if (copy == NULL || grown == NULL) {
    free(copy);
    return;
  }
  words[word_count++] = copy;
}

static bool has_prefix(const char *word, const char *prefix) {
  mbstate_t word_state = {0}, prefix_state = {0};
  while (*prefix != '\0') {
    wchar_t expected, actual;
    size_t prefix_length = mbrtowc(&expected, prefix, MB_CUR_MAX, &prefix_state);
    size_t word_length = mbrtowc(&actual, word, MB_CUR_MAX, &word_state);
    // Lengths beyond any character report an invalid or unfinished one; 0 is the end of the word.
    if (prefix_length > MB_CUR_MAX || word_length > MB_CUR_MAX || word_length == 0) return false;
    if (towlower((wint_t)expected) != towlower((wint_t)actual)) return false;
    prefix += prefix_length;
    word += word_length;
  }
  return true;
}

static char *next_match(const char *text, int is_continued) {
  static size_t index;
  if (!is_continued) index = 0;
  while (index < word_count) {
    const char *word = words[index++];
    // readline frees what it is given.
    if (has_prefix(word, text)) return strdup(word);
  }
  return NULL;
}

static char **complete(const char *text, int start, int end) {
  (void)end;
  // readline resets both before each attempt; without them file names are offered, and a space
  // follows what was completed.
  rl_attempted_completion_over = 1;
  rl_completion_append_character = '\0';
  return start == 0 ? rl_completion_matches(text, next_match) : NULL;
}

void attache_completions_configure(void) {
  rl_attempted_completion_function = complete;
  // No character breaks or quotes a word: the whole line is one.
  rl_basic_word_break_characters = "";
  rl_completer_word_break_characters = "";
  rl_basic_quote_characters = "";
  rl_completer_quote_characters = "";
  // Both would ask a question and block until it is answered.
  rl_completion_query_items = -1;
  rl_variable_bind("page-completions", "off");
  rl_variable_bind("completion-ignore-case", "on");
}
