TEXT ·v(SB), 4, $0-1
	MOVB runtime·writeBarrier(SB), AX
	MOVB AX, ret+0(FP)
	RET
