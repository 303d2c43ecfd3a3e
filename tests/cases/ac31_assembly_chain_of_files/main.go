package main

func entry()

func main() { entry() }
