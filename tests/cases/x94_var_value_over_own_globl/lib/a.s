#include "textflag.h"

DATA ·table+0(SB)/8, $5
GLOBL ·table(SB), NOPTR, $8
