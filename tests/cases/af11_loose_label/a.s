#include "textflag.h"

TEXT ·f(SB), NOSPLIT, $0-0
	JMP	done
done:
	RET
