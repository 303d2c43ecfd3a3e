// +build arm64
TEXT ·x(SB), 7, $0-0
	RET
