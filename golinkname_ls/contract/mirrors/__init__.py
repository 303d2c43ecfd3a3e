"""Mirrored structs: local types laid over upstream's, with their layouts and allocations."""
