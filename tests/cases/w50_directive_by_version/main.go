package main

func nanotime() int64

func main() { nanotime() }
