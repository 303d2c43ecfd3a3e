#include "textflag.h"

#define F(n) TEXT n(SB), NOSPLIT|DUPOK, $0-0; RET
F(·x)
