TEXT ·v(SB), 4, $0-0
	CALL runtime·retpolineR11(SB)
	RET
