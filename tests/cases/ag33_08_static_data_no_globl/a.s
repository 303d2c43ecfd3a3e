#include "textflag.h"

TEXT ·f(SB), NOSPLIT, $0-0
	MOVQ	tab<>(SB), AX
	RET

DATA tab<>+0(SB)/8, $1
