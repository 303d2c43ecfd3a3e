TEXT ·v(SB), 4, $0-8
	MOVQ $go·itab·x(SB), AX
	MOVQ AX, ret+0(FP)
	RET
