"""Type checker for package-level declarations, after go/types: types and expressions, without function bodies."""
