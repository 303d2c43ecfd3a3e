#include "textflag.h"

TEXT m·target(SB), NOSPLIT|NOFRAME, $0-0
	JMP ·other(SB)
	RET

TEXT ·other(SB), NOSPLIT, $0-0
	RET
