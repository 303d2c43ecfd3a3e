#include "textflag.h"

#include "mac.h"
TEXT ·x(SB), NOSPLIT, $0-0
#ifdef FOO
	MOVQ $0x1234567890abcdef, AX
	MOVQ $0x1234567890abcdef, AX
	MOVQ $0x1234567890abcdef, AX
	MOVQ $0x1234567890abcdef, AX
	MOVQ $0x1234567890abcdef, AX
	MOVQ $0x1234567890abcdef, AX
	MOVQ $0x1234567890abcdef, AX
	MOVQ $0x1234567890abcdef, AX
	MOVQ $0x1234567890abcdef, AX
	MOVQ $0x1234567890abcdef, AX
	MOVQ $0x1234567890abcdef, AX
	MOVQ $0x1234567890abcdef, AX
#endif
	RET
