"""The rules: values and the time in, a value or a refusal out. Standard library and pydantic only."""
