"""Go versions, platforms, ports and build constraints: what a build is for, and which files that selects."""
