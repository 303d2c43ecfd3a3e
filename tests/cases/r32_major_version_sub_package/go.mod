module example.com/c

go 1.19

require example.com/dep/v2 v2.0.0

replace example.com/dep/v2 => ./dep
