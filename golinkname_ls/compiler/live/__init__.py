"""Live code: which mentions of a name the compiler emits, and which of them are reached."""
