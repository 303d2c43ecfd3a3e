"""Expressions and types as written."""
