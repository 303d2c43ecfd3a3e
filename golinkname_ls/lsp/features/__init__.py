"""The requests and notifications that the server handles, one module each."""
