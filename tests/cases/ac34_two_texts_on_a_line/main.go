package main

func f()
func g()

func main() { f(); g() }
