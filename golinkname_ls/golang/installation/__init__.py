"""The user's own Go: its environment, its GOROOT and its go command."""
