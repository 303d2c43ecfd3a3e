"""Go types as values: their forms, what they are made of, inference of type arguments, and their text."""
