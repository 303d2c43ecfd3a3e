"""The tree of a Go text, and what names mean and stand for in it."""
