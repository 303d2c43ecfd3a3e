#include "textflag.h"

#define FIVE $5

GLOBL ·x(SB), NOPTR, $8
