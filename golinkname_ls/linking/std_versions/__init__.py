"""Symbols of std through the Go versions: what changed, what is refused since when, what is no symbol."""
