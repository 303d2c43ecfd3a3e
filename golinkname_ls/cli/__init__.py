"""Command line of golinkname-ls: commands, output formats and messages."""
