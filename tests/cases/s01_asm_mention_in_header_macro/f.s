#include "b.h"
TEXT ·f(SB),0,$16-0
	USE
	RET
