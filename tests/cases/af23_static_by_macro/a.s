#include "textflag.h"

#define NAME done

TEXT ·f(SB), NOSPLIT, $0-0
	JMP	NAME<>(SB)

TEXT NAME<>(SB), NOSPLIT, $0-0
	RET
