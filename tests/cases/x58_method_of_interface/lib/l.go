package lib

type Doer interface{ Do() }
