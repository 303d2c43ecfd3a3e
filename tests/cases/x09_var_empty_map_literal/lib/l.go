package lib

type T struct{ p *int }

var n = 3
var m = T{&n}
