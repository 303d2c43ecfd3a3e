"""Rules LN3xx: stubs and structs that build and then corrupt memory or results."""
