"""What changed in std between Go versions."""
