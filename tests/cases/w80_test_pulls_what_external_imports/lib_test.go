package c_test

import _ "example.com/c/lib"
