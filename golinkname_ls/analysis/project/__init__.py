"""What a module says of itself: golinkname.toml and the flags of its build files."""
