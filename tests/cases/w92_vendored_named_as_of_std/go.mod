module example.com/c

go 1.19

require golang.org/x/net v0.1.0
