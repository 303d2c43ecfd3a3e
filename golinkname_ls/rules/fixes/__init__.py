"""The fixes that take more than an edit: each module one kind, shared by the rules that offer it."""
