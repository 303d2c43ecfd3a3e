DATA ·p+0(SB)/8, $runtime·gcStart(SB)
GLOBL ·p(SB), 8, $8
