#include "textflag.h"

TEXT ·f(SB), NOSPLIT, $0-0
	JMP	g_of_c(SB)
