"""What a line of a file is known by when it is read again: what it says."""

import json
from collections.abc import Mapping

_LENGTH = 32


def content_of(said: Mapping[str, object]) -> str:
    """Return a short text that is the same for the same values, and for no others."""
    written = json.dumps(said, sort_keys=True, ensure_ascii=False)
    import hashlib  # noqa: PLC0415 - it loads a library of its own, and a station opens without it

    return hashlib.sha256(written.encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]
