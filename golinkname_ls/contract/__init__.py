"""The contract between a stub and its upstream: calls, variables, mirrored structs, rewriting."""
