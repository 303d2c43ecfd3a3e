module example.com/c

go 1.19

require example.com/dep v1.0.0

replace example.com/dep => ./dep
