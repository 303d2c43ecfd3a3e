module example.com/c.v2

go 1.19
