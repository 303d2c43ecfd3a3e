#include "textflag.h"

GLOBL ·x(SB), NOPTR, $64
