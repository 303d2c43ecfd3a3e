module example.com/c/sub

go 1.19
