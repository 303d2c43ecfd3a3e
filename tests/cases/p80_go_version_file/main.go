package main

func main() { use() }
