"""Linker verdicts on linkname directives: access to std symbols, resolution of links, changes between versions."""
