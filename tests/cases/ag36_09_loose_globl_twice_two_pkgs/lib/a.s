#include "textflag.h"

TEXT ·F(SB), NOSPLIT, $0-0
	RET

DATA lg(SB)/8, $1
GLOBL lg(SB), RODATA, $8
