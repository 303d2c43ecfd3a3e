TEXT ·f(SB), 4, $0-0
	CALL example·com∕c∕lib·none(SB)
	RET
