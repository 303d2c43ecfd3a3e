#include "textflag.h"
DATA ·p(SB)/8, $runtime·gcStart(SB)
GLOBL ·p(SB), NOPTR, $8
