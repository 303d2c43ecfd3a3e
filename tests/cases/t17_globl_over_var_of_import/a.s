#include "textflag.h"

DATA example·com∕c∕lib·X(SB)/8, $5
GLOBL example·com∕c∕lib·X(SB), NOPTR, $8
