#include "textflag.h"
#define ENTRY(n) TEXT n(SB), NOSPLIT, $0-0
ENTRY(target)
	RET

TEXT ·other(SB), NOSPLIT, $0-0
	RET
