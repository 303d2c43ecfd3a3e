#include "textflag.h"

TEXT ·w<>(SB),NOSPLIT,$0-0
	RET
