"""Checks and fixes of many files: in parallel processes, with the packages of required modules."""
