package runtime

const GOOS = "mine"
