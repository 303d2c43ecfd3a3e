"""The linker's access checks on std's symbols: marks, blocked names, symbols that the linker itself makes."""
