"""`catalog`'s actions, one module each."""
