TEXT ·f(SB),4,$0-0
	CALL net·parsePort(SB)
	RET
