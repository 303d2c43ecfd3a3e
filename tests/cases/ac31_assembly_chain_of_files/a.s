#include "textflag.h"

TEXT ·entry(SB), NOSPLIT, $0-0
	JMP ·mid(SB)
