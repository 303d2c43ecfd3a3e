module example.com/c

go 1.19

require gopkg.in/x.v1 v1.0.0

replace gopkg.in/x.v1 v1.0.0 => ./x
