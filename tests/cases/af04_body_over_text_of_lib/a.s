#include "textflag.h"

TEXT example·com∕x∕lib·h(SB), NOSPLIT, $0-0
	RET
