"""Rules LN4xx: better ways, project policy and style."""
