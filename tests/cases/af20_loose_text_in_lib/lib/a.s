#include "textflag.h"

TEXT ·F(SB), NOSPLIT, $0-0
	RET

TEXT done(SB), NOSPLIT, $0-0
	RET
