"""Edits and new files that fixes are made of: directives, imports, lines, runs of versions."""
