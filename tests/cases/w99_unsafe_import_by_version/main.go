package main

func main() { nanotime() }
