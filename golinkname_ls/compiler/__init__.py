"""Results of the Go compiler (gc) for a package: live code, initial data, references, generated names."""
