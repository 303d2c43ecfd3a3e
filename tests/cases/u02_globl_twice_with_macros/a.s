#include "textflag.h"

#define FIVE $5

DATA ·x(SB)/8, FIVE
GLOBL ·x(SB), NOPTR, $8
