"""The desk's records; the only package that knows SQLite."""
