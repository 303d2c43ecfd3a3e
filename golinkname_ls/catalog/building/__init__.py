"""Catalogs made from a GOROOT's sources: whole, or package by package when asked for."""
