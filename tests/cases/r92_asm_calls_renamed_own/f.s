TEXT ·f(SB),0,$16-0
	CALL ·g(SB)
	RET
