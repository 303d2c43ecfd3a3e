"""Agreement of a stub with its upstream: registers and stack of calls, types of vars, mirrored structs."""
