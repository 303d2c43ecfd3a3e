"""Go assembly as written: macros, and the symbols that a file defines and mentions."""
