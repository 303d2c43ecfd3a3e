#include "textflag.h"

TEXT ·f(SB), NOSPLIT, $8-0
	CALL	g_of_c(SB)
	RET
