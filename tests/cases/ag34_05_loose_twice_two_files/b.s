#include "textflag.h"

TEXT lg(SB), NOSPLIT, $0-0
	RET

