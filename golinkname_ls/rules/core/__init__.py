"""Metadata, input and findings of rules, and questions about a link that several rules ask."""
