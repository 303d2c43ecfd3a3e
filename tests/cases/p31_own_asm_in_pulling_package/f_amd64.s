TEXT ·f(SB),4,$0-8
	MOVQ $11, ret+0(FP)
	RET
