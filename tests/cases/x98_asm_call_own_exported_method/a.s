#include "textflag.h"

TEXT ·v(SB),NOSPLIT,$0-0
	CALL	·T·M(SB)
	RET
