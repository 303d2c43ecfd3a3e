"""Go as its own tools know it, linkname aside: targets, modules, packages, types, sizes, installed toolchain."""
