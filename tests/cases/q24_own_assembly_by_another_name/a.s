TEXT ·g(SB),0,$0-0
	RET
