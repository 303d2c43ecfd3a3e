#include "textflag.h"

DATA shared·x(SB)/8, $5
GLOBL shared·x(SB), NOPTR, $8
