"""What the bytes of a file tell without a tree."""
