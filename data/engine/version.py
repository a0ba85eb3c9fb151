"""The version of the schema that this program writes."""

SCHEMA_VERSION = 4
"""How many migrations this program knows; the database keeps its own number in `user_version`."""
