"""The items of a Go file: header, directives and package-level declarations."""
