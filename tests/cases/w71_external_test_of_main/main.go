package main

func secret() {}

func main() { secret() }
