package lib

const D = false
