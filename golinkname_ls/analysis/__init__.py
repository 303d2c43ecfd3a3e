"""The rules run over files: one file, a package, a workspace, under the options of a project."""
