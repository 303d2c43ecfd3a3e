TEXT ·F(SB),4,$0-0
	CALL runtime·gcStart(SB)
	RET
