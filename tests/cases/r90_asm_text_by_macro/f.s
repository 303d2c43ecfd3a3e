#define NAME ·f
TEXT NAME(SB),0,$0-0
	RET
