#include "textflag.h"

#define K(x) x
#define M(t, n) NOP; K(t) n(SB), 4, $0; RET; NOP
TEXT ·a(SB), 4, $0
M(TEXT, ·x)
RET
