"""Inputs, and answers that remember what they asked: what is worked out again after a change."""
