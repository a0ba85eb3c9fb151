"""The use cases: one module per concern, each command one transaction."""
