"""The language server: a thin face over analysis."""
