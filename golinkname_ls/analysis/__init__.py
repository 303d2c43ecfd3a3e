"""Runs the rules over a file, a package or a workspace."""
