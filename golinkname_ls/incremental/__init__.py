"""What is worked out again after an edit: counts of changes, and questions that are remembered."""
