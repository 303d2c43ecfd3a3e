module example.com/c

go 1.19

require example.com/sub v1.2.0

replace example.com/sub => ./mod
