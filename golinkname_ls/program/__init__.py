"""Programs as the linker sees them: a main with all its packages, their directives, types, assembly and C symbols."""
