"""Fixes that take more than one edit, named after what they write or change."""
