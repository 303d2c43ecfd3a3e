#include "textflag.h"

TEXT ·f(SB), 0, $16-0
	CALL	runtime·mcall(SB)
	RET

