"""The linker's rules and the contract between a stub and its upstream."""
