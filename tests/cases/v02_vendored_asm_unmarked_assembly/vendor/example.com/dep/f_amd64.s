TEXT ·f(SB),4,$0-0
	JMP runtime·gogo(SB)
