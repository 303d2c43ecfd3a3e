#include "textflag.h"

TEXT ·F(SB), NOSPLIT, $0-0
	JMP	lg(SB)

TEXT lg(SB), NOSPLIT, $0-0
	RET

