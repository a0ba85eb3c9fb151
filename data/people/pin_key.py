"""The key that PINs are kept with: a file beside the database, so that a copy of the database alone tells no PIN."""

import os
import secrets
from hashlib import blake2b
from pathlib import Path

_BYTES = 32


def path_of(store: Path) -> Path:
    """Return the file of the key."""
    return store.with_name(f"{store.name}.key")


def read(store: Path) -> bytes | None:
    """Return the key, or None where there is none, or something else is in its place."""
    try:
        key = path_of(store).read_bytes()
    except OSError:
        return None
    return key if len(key) == _BYTES else None


def make(store: Path) -> bytes:
    """Return the key; where there is none, make one that only the owner reads. Raises `OSError`."""
    try:
        with open(path_of(store), "xb", opener=_for_its_owner) as file:
            file.write(secrets.token_bytes(_BYTES))
    except FileExistsError:
        pass
    return path_of(store).read_bytes()


def _for_its_owner(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def name_of(key: bytes) -> str:
    """Return a short text that is the same for the same key, and tells nothing of it."""
    return blake2b(key, digest_size=6).hexdigest()
