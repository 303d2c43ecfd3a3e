"""The rules: what is wrong with a link, why, and how it is mended."""
