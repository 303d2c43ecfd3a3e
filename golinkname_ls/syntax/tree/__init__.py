"""The tree-sitter tree of a Go text, with local scopes and the nodes that hold a name."""
