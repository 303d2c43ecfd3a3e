"""Symbols that the compiler generates without a declaration: closures, wrappers, inits, promoted methods."""
