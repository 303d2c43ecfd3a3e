TEXT ·f(SB),4,$8-0
	CALL runtime·badmorestackg0(SB)
	RET
