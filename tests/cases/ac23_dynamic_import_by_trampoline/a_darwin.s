TEXT libc_getpid_trampoline<>(SB), 4, $0-0
	B	libc_getpid(SB)
GLOBL	·tramp_addr(SB), 8, $8
DATA	·tramp_addr(SB)/8, $libc_getpid_trampoline<>(SB)
