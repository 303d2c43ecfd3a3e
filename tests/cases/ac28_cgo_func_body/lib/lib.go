package lib

// static int add(int a) { return a; }
import "C"

func Run() int { return int(C.add(1)) }
