"""Penalties (Z8)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Penalty:
    """A penalty."""

    id: int
