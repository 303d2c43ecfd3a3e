"""Constant folding of conditions, as far as every release of the compiler does it."""
