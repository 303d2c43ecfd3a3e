"""The packages in folders: their files, what a target selects of them, what they declare and import."""
