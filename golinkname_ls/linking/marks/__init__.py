"""Who may refer to which symbol of std: marks, blocked names, symbols of the linker's own."""
