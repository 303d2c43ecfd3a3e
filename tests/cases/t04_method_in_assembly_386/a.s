#include "textflag.h"

TEXT ·T·m(SB),NOSPLIT,$0
	RET
