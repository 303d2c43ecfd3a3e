TEXT ·F(SB),4,$0-0
	CALL ·absent(SB)
	RET
