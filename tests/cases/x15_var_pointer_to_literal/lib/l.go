package lib

type T struct{ a int }

var p = &T{4}
