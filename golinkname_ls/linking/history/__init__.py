"""History of std's symbols: differences between Go versions, refusals by version, names that are no symbols."""
