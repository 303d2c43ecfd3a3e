"""golinkname-ls: checks Go's //go:linkname directives in editors and in CI."""

__version__ = "0.1.0"
