"""What the settings of a machine may say about copies: where they go, and whose key seals them (G2)."""

from pathlib import Path

MOST_FOLDERS = 3
_PUBLIC, _LENGTH = "age1", 62


def folders_in(text: str) -> tuple[str, ...]:
    """Return the folders in a setting, between semicolons."""
    return tuple(each.strip() for each in text.split(";") if each.strip())


def are_folders(text: str) -> bool:
    """Whether a setting names folders by their whole paths, and not too many."""
    named = folders_in(text)
    return len(named) <= MOST_FOLDERS and all(each.startswith("~") or Path(each).is_absolute() for each in named)


def is_public_part(text: str) -> bool:
    """Whether a text has the shape of the public part of a recovery key."""
    return not text or (len(text) == _LENGTH and text.startswith(_PUBLIC) and text.isalnum())
