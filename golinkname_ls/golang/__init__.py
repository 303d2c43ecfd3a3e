"""Go versions, platforms, constraints, modules, packages, types, layout and ABI; knows nothing of linkname."""
