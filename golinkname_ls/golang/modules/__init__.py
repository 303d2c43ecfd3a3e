"""Modules: go.mod, go.work, vendor, the module cache, selected versions, and the package of an import path."""
