#include "textflag.h"

DATA ·y(SB)/8, $5
GLOBL ·y(SB), NOPTR, $8
