#include "textflag.h"

TEXT ·f(SB), NOSPLIT, $0-0
	RET

DATA lg(SB)/8, $1
GLOBL lg(SB), RODATA, $8
