"""Comments that instruct this program: `//nolint` and `//golinkname:mirror`."""
