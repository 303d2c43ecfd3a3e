package main

func bare()

func main() {}
