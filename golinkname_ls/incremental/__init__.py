"""Invalidation of results after edits: counts of changes, and recorded questions with their answers."""
