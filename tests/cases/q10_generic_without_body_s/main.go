package main

func f[T any](T)

func main() { }
