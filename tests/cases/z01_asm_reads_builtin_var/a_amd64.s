TEXT ·v(SB), 4, $0-1
	MOVB runtime·x86HasFMA(SB), AX
	MOVB AX, ret+0(FP)
	RET
