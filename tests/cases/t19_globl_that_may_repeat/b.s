#include "textflag.h"

DATA ·x(SB)/8, $5
GLOBL ·x(SB), NOPTR|DUPOK, $8
