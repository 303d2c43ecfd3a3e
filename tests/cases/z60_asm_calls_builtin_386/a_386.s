TEXT ·v(SB), 4, $0-0
	CALL runtime·printnl(SB)
	CALL runtime·growslice(SB)
	RET
