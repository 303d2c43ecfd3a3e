"""Declarations, directives and words found in the bytes of a Go file, without a syntax tree."""
