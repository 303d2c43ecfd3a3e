TEXT ·f(SB),0,$24-0
	CALL runtime·mcall(SB)
	RET
