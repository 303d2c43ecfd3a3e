"""One module a feature of the protocol."""
