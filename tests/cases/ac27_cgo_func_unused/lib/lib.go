package lib

// static int add(int a, int b) { return a + b; }
// static int unused(int a) { return a; }
import "C"

func Add() int { return int(C.add(1, 2)) }
