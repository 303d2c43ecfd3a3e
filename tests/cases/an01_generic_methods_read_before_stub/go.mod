module gen1

go 1.21
