"""Catalog folders as text: one folder a Go version, one file a package."""
