"""Structs that stand for upstream structs."""
