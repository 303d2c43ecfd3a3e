"""What stands in a file: its header, directives and declarations."""
