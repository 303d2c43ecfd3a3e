"""Names that the compiler generates: of closures, wrappers, method values, inits and promoted methods."""
