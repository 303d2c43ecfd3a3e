#include "textflag.h"

#define W(k, n) NOP; L: k n(SB), 4, $0; RET; NOP
TEXT ·a(SB), 4, $0
W(TEXT, ·x)
RET
