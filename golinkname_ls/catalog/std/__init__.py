"""The std library of one Go version on one target, as the catalog has it."""
