"""The version of the schema that this program writes."""

from pathlib import Path

SCRIPTS = tuple(sorted(Path(__file__).parents[1].joinpath("schema").glob("*.sql")))
"""The scripts that make the schema, in order; a script that has shipped is never changed."""

SCHEMA_VERSION = len(SCRIPTS)
"""How many scripts this program knows; the database keeps its own number in `user_version`."""
