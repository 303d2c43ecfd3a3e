TEXT ·v(SB), 4, $0-0
	CALL runtime·printnl(SB)
	RET
