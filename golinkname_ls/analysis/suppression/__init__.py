"""Findings that the user has silenced: //nolint comments and baselines."""
