TEXT ·v(SB), 4, $0-0
	CALL runtime·growslice(SB)
	CALL runtime·mapaccess1_fat(SB)
	RET
