"""Names that the compiler makes up: of closures, wrappers, method values, inits and promoted methods."""
