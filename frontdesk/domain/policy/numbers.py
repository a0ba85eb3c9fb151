"""What every part of the policy is made of."""

from dataclasses import field

Problem = tuple[str, object, str]
"""Which setting is not right, its value, and what would be right."""

BOUNDS = "bounds"


def number(default: int, least: int, most: int) -> int:
    """Return a whole number of the policy: its default, and what it may be, both ends included."""
    whole: int = field(default=default, metadata={BOUNDS: (least, most)})
    return whole
