"""The std library of each Go version: its symbols, types and marks on each platform."""
