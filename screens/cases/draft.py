"""What was filled in so far: of a new case, of the steps of others."""

from dataclasses import dataclass, fields


@dataclass
class Draft:
    """What was filled in so far; kept when the form is closed, and on disk, until it is saved."""

    nature: int = 0
    channel: int = 0
    kind: int = 0
    severity: int = 0
    drill: int = 0
    customer: str = ""
    phone: str = ""
    plate: str = ""
    wants: str = ""
    words: str = ""

    def clear(self) -> None:
        """Begin anew."""
        for field in fields(self):
            setattr(self, field.name, field.default)

    def to_keep(self) -> dict[str, str]:
        """Return everything but the phone number, as it is kept; nothing where only choices were made."""
        if not any((self.customer, self.phone, self.plate, self.wants, self.words)):
            return {}
        return {field.name: str(getattr(self, field.name)) for field in fields(self) if field.name != "phone"}

    def take_up(self, kept: dict[str, str], phone: str) -> None:
        """Go on with what was kept."""
        for field in fields(self):
            if field.name in kept:
                setattr(self, field.name, kept[field.name] if field.default == "" else int(kept[field.name]))
        self.phone = phone
