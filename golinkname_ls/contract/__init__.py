"""Comparison of a stub with its upstream: call layouts, types of vars, mirrored structs, rewritten signatures."""
