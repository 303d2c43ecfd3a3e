"""One module a rule: its metadata, its check, its fixes."""
