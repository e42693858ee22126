#include <stdio.h>

#include <readline/readline.h>

#include "internal.h"

enum { paste_limit = 64 * 1024 };

static char text[paste_limit + 1];
static size_t length;
static bool is_full;
static bool has_pending_space;

static void append(unsigned char byte) {
  bool starts_character = (byte & 0xC0) != 0x80;
  // Full only between characters, so that none is cut in two.
  if (starts_character && length + 4 > paste_limit) is_full = true;
  if (!is_full && length < paste_limit) text[length++] = (char)byte;
}

// Line ends and tabs become one space, so that what is seen is what will be read as the line.
static void keep(unsigned char byte) {
  if (byte == '\n' || byte == '\r' || byte == '\t') {
    has_pending_space = length > 0;
  } else if (byte >= 0x20 && byte != 0x7F) {
    if (has_pending_space && text[length - 1] != ' ') append(' ');
    has_pending_space = false;
    append(byte);
  }
}

static int insert_paste(int count, int key) {
  (void)count;
  (void)key;
  static const char closing[] = "\033[201~";
  size_t matched = 0;
  length = 0;
  is_full = has_pending_space = false;
  RL_SETSTATE(RL_STATE_MOREINPUT);
  while (matched < sizeof closing - 1) {
    int byte = rl_read_key();
    if (byte < 0) break;
    if (byte == closing[matched]) {
      matched++;
      continue;
    }
    for (size_t index = 0; index < matched; index++) keep((unsigned char)closing[index]);
    matched = byte == closing[0] ? 1 : 0;
    if (matched == 0) keep((unsigned char)byte);
  }
  RL_UNSETSTATE(RL_STATE_MOREINPUT);
  text[length] = '\0';
  rl_insert_text(text);
  return 0;
}

void attache_paste_configure(void) {
  static const char *const maps[] = {"emacs-standard", "vi-insert", "vi-command"};
  for (size_t index = 0; index < sizeof maps / sizeof *maps; index++) {
    rl_bind_keyseq_in_map("\\e[200~", insert_paste, rl_get_keymap_by_name(maps[index]));
  }
}
