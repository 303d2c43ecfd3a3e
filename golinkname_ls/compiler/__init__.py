"""What the Go compiler (gc) makes of a package on a target: live code, initial data, references, generated names."""
