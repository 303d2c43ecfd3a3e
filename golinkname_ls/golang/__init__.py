"""Go as its own tools know it, without linkname: targets, modules, packages, types, sizes and the installed toolchain."""
