package main

type Handler func()
