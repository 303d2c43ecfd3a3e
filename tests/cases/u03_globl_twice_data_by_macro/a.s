#include "textflag.h"

#define FILL(name) \
	DATA name(SB)/8, $5

FILL(·x)
GLOBL ·x(SB), NOPTR, $8
