TEXT ·v(SB), 4, $0-0
	CALL type∕q·Do(SB)
	CALL type∕q·None(SB)
	RET
