"""Syntax of one source file: its text and tree, items (directives, declarations, imports), expressions, comments."""
