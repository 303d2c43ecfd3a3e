"""Fixes of findings, a module for each thing that they write or change."""
