#include "b.h"
DEF(·f)
	RET
