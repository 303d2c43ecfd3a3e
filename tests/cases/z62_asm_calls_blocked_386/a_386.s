TEXT ·v(SB), 4, $0-0
	CALL runtime·coroswitch(SB)
	RET
