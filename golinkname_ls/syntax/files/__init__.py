"""Source files, Go or assembly, kept up to date edit by edit, and searches in their text."""
