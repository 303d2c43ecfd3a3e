"""Go expressions and types as written: their forms, parsers of text and trees, and text on one line."""
