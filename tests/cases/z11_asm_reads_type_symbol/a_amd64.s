TEXT ·v(SB), 4, $0-8
	MOVQ $type·int8(SB), AX
	MOVQ AX, ret+0(FP)
	RET
