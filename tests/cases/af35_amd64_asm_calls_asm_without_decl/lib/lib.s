TEXT ·f(SB), 4, $0-0
	RET
TEXT ·g(SB), 4, $0-0
	CALL ·f(SB)
	RET
