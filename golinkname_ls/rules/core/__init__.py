"""What a rule is made of: metadata, the unit it looks at, findings, and what rules share."""
