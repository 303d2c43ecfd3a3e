"""The language server over the editor features: documents, conversion of positions, requests and notifications."""
