"""The actions of the `catalog` command, one module each."""
