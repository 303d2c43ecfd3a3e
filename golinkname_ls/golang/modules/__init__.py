"""Modules: go.mod, go.work, vendor, the module cache, and where an import path is found."""
