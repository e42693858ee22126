#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "CReadlineShim.h"

bool attache_locale_is_utf8(void) {
  locale_t environment = newlocale(LC_CTYPE_MASK, "", (locale_t)0);
  if (environment == (locale_t)0) return false;
  bool is_utf8 = strcmp(nl_langinfo_l(CODESET, environment), "UTF-8") == 0;
  freelocale(environment);
  return is_utf8;
}

void attache_locale_use_utf8(void) {
  if (attache_locale_is_utf8()) {
    setlocale(LC_CTYPE, "");
    return;
  }
  static const char *const names[] = {"C.UTF-8", "en_US.UTF-8"};
  for (size_t index = 0; index < sizeof names / sizeof *names; index++) {
    if (setlocale(LC_CTYPE, names[index]) == NULL) continue;
    // LC_ALL beats LC_CTYPE, so only where it is set must it be overruled.
    const char *all = getenv("LC_ALL");
    setenv(all != NULL && *all != '\0' ? "LC_ALL" : "LC_CTYPE", names[index], 1);
    return;
  }
}
