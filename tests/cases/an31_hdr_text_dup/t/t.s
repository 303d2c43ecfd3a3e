#include "textflag.h"

#include "f.h"
