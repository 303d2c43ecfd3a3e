"""The size and alignment of types in memory, and the registers and stack slots of calls."""
