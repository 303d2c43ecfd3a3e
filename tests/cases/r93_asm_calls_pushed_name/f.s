TEXT ·f(SB),0,$16-0
	CALL x·y(SB)
	RET
