TEXT runtime·gogo(SB),4,$0-0
	RET
