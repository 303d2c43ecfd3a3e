TEXT runtime·gcStart(SB),4,$0-0
	RET
