TEXT ·v(SB), 4, $0-0
	CALL runtime·mapaccess1_fast32(SB)
	RET
