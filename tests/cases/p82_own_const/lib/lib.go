package lib

const C = 1
