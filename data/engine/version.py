"""The version of the schema that this program writes."""

from pathlib import Path

SCRIPTS = tuple(sorted(Path(__file__).parents[1].joinpath("schema").glob("*.sql")))
"""What makes the schema, in order; one that has shipped is never changed."""

SCHEMA_VERSION = len(SCRIPTS)
"""How many scripts this program knows; the database keeps its own number in `user_version`."""
