module example.com/c

go 1.19

require example.com/c/sub v0.0.0

replace example.com/c/sub => ./other
