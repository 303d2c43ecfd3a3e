package lib
import "example.com/c/lib/deep"
const Debug = deep.Debug
