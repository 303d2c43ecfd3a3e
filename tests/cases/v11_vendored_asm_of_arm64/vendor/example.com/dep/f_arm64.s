TEXT ·f(SB),4,$0-8
	MOVD runtime·allglen(SB), R0
	MOVD R0, ret+0(FP)
	RET
