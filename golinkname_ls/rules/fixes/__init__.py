"""Fixes of findings, one module for each kind of change."""
