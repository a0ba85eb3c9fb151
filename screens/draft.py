"""What was filled in of a complaint so far."""

from dataclasses import dataclass, fields


@dataclass
class Draft:
    """What was filled in so far; kept when the form is closed, until it is saved."""

    channel: int = 0
    kind: int = 0
    severity: int = 0
    customer: str = ""
    phone: str = ""
    plate: str = ""
    words: str = ""

    def clear(self) -> None:
        """Begin anew."""
        for field in fields(self):
            setattr(self, field.name, field.default)
