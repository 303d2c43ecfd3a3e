#include "textflag.h"

#include "h.h"

TEXT ·f(SB), NOSPLIT, $0-0
	JMP	done<>(SB)
