"""Live code: references to a name ("mentions") that survive dead code elimination by compiler and linker."""
