package documentation

import _ "example.com/c/lib"
