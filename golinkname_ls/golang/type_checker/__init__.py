"""The part of go/types that needs no function bodies: declarations, types and expressions as written."""
