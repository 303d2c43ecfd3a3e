"""What the linker sees together: a main with all its packages, their directives, types, assembly and C symbols."""
