#pragma once
#include "CPixels.h"
#include <string.h>

/// Copies the library's sentence for the caller, cut to what fits.
static inline void certpress_give_reason(char *reason, const char *sentence) {
  if (reason == NULL) return;
  strncpy(reason, sentence, CERTPRESS_REASON_CAPACITY - 1);
  reason[CERTPRESS_REASON_CAPACITY - 1] = 0;
}
