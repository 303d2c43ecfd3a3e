"""Symbols and macros of Go assembly files, read from their text."""
