DATA ·s+0(SB)/8, $"r·b(SB)"
GLOBL ·s(SB), 8, $8
