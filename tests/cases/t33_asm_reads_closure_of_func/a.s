TEXT ·f(SB),4,$0-0
	MOVQ ·g·f(SB), AX
	RET
