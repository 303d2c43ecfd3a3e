"""Which symbols and types each Go version has on each platform, and their marks."""
