TEXT ·f(SB),4,$0-0
	CALL runtime·nosuch(SB)
	RET
