TEXT x·y(SB),0,$0-0
	RET
