"""Building catalogs from a GOROOT's sources."""
