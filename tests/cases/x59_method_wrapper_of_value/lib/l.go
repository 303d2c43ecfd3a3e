package lib

type t int

func (t) Do() {}

func X() {}
