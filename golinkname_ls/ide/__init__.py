"""Editor features over the analysis, in plain data and byte offsets."""
