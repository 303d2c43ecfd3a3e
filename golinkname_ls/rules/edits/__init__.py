"""Text edits of Go files that fixes are put together from."""
