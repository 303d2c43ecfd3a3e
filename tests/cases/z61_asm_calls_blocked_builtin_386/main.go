package main

func v()

func main() { v() }
