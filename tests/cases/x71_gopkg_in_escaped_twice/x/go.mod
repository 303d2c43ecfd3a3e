module gopkg.in/x.v1

go 1.19
