"""Rules LN2xx: what the linker refuses."""
