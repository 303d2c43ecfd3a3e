"""One file of a package: its text, kept up to date edit by edit, with what stands in it."""
