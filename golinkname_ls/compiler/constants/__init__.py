"""Constant conditions of code on a target."""
