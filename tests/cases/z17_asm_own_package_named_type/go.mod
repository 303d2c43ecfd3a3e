module type

go 1.19
