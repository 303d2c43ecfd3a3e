#include "textflag.h"
#ifdef GOARCH_arm64
TEXT target(SB), NOSPLIT, $0-0
	RET
#endif

TEXT ·other(SB), NOSPLIT, $0-0
	RET
