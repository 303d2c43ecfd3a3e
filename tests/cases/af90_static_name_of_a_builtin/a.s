TEXT ·f(SB), 4, $0-0
	CMPQ SP, $0
	JEQ more
	RET
more:
	CALL runtime·morestack_noctxt<>(SB)
	RET
