TEXT ·other(SB), 4, $0-0
	RET
