#include "textflag.h"

DATA tb(SB)/8, $3
GLOBL tb(SB), NOPTR, $8
