package main

func main() { }
