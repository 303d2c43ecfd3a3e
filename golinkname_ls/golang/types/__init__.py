"""Go types as values: their forms, components, universe scope, inference of type arguments, and text."""
