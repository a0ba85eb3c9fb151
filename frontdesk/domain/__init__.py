"""The rules: they take values and the time, and give a value or a refusal. Standard library and pydantic only."""
