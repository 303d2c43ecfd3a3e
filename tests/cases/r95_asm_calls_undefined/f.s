TEXT ·f(SB),0,$16-0
	CALL ·undefined(SB)
	RET
