"""Bytes, line tables and edits; knows nothing of Go."""
