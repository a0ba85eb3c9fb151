"""What every part of the policy is made of."""

from dataclasses import field

Problem = tuple[str, object, str]
"""A setting that is wrong, its value, and what would be right."""

BOUNDS = "bounds"


def number(default: int, least: int, most: int) -> int:
    """Return a whole number of the policy with its default and its bounds, both included."""
    whole: int = field(default=default, metadata={BOUNDS: (least, most)})
    return whole
