/*
 * Copyright.
 */

//go:build !amd64
#include "textflag.h"
