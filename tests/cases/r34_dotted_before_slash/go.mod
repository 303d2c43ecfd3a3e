module example.com/c

go 1.19

require gopkg.in/yaml.v3 v3.0.0

replace gopkg.in/yaml.v3 => ./y
