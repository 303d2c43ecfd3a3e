"""Rules LN1xx: what the compiler refuses or ignores."""
