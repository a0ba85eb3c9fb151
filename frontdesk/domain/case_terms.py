"""stub"""

from collections.abc import Iterable


def terms(number: int, plate: str, customer: str, initials: Iterable[str], phone: str) -> frozenset[str]:
    return frozenset({str(number)})
