"""The syntax tree of one Go file: directives, declarations, imports, constraints as written."""
