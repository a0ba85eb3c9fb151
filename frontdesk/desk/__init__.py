"""The use cases, with one module per concern and one transaction per command."""
