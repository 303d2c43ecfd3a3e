#include "textflag.h"

TEXT ·x(SB), NOSPLIT, $0-0
	CALL *·Y(SB)
