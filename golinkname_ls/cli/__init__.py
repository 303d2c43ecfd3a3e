"""The command line over the analysis."""
