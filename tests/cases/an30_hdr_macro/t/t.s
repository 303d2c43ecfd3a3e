#include "textflag.h"

#include "mac.h"
TEXT ·x(SB), NOSPLIT, $0-0
	BIG
	RET
