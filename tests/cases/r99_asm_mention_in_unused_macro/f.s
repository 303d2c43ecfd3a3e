#define UNUSED MOVQ runtime·allglen(SB), AX
TEXT ·f(SB),0,$16-0
	RET
