"""Drawing whom to ask: by a seed that is kept, so that anybody can draw the same list again (Q7)."""

from collections.abc import Iterable
from hashlib import sha256


def draw(seed: str, pool: Iterable[int], size: int) -> tuple[int, ...]:
    """Return so many of a pool at most, in the order they are asked.

    Each is ordered by the hash of the seed and its number: no generator whose numbers another version draws otherwise.
    """
    return tuple(sorted(set(pool), key=lambda number: (_place(seed, number), number))[:size])


def _place(seed: str, number: int) -> str:
    return sha256(f"{seed}:{number}".encode()).hexdigest()
