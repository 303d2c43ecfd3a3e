"""Bytes of a text file: lines, spans, edits and column encodings. Knows nothing of Go."""
