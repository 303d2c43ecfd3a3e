#include "textflag.h"

TEXT ·f(SB), NOSPLIT, $0-0
	JMP	example·com∕x∕lib·F(SB)

