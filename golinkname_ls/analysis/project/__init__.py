"""Settings of a module: golinkname.toml, linker flags in its build files, and the options in force for it."""
