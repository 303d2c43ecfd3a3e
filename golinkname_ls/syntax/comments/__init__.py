"""Comments that are addressed to this program."""
