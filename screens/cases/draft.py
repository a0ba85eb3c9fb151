"""The draft of a new case. A choice is kept by its value, not by its position in a list."""

from collections.abc import Mapping
from dataclasses import dataclass, fields

from frontdesk.domain.cases.case import CaseKind, Channel, Nature, Severity
from frontdesk.domain.cases.lists import listed
from frontdesk.domain.cases.table_columns import Drill
from frontdesk.domain.policy.policy import Policy

CHOICES = ("nature", "kind", "severity", "channel", "drill")


def offered(policy: Policy) -> dict[str, tuple[str, ...]]:
    """Return what is offered of each choice, in that order: channels and kinds are the store's lists."""
    return {
        "nature": tuple(Nature),
        "kind": listed(policy.kinds, CaseKind),
        "severity": tuple(Severity),
        "channel": listed(policy.channels, Channel),
        "drill": (Drill.NO, Drill.YES),
    }


TEXTS = ("customer", "plate", "wants", "words")
"""The typed fields; the phone number is kept separately."""

_PLACES_OF_0_3 = {
    "nature": ("complaint", "dispute", "inquiry"),
    "kind": ("service", "product", "price", "return", "waiting"),
    "severity": ("ordinary", "major"),
    "channel": ("person", "phone", "email", "online", "letter"),
    "drill": ("no", "yes"),
}
"""Version 0.3 stored a choice as its position in these lists, so they must never change."""


@dataclass
class Draft:
    """The draft of a new case; it is kept when the form is closed, also on disk, until the case is saved."""

    nature: Nature = Nature.COMPLAINT
    channel: str = Channel.PERSON
    kind: str = CaseKind.SERVICE
    severity: Severity = Severity.ORDINARY
    drill: Drill = Drill.NO
    customer: str = ""
    phone: str = ""
    plate: str = ""
    wants: str = ""
    words: str = ""
    lost: tuple[str, ...] = ()
    """The fields that were kept and could not be read. They are as in a new form, and the form says so."""

    def clear(self) -> None:
        """Forget everything that was filled in."""
        for field in fields(self):
            setattr(self, field.name, field.default)

    def to_keep(self) -> dict[str, str]:
        """Return everything but the phone number in the form in which it is stored; empty if only choices exist."""
        if not any((self.customer, self.phone, self.plate, self.wants, self.words)):
            return {}
        chosen = {name: str(getattr(self, name)) for name in CHOICES}
        return {**chosen, **{name: getattr(self, name) for name in TEXTS}}

    def take_up(self, kept: object, phone: str, choices: Mapping[str, tuple[str, ...]]) -> None:
        """Restore a stored draft. Fields that are unreadable or no longer offered go into `lost`, never guessed."""
        found = kept if isinstance(kept, Mapping) else dict.fromkeys((*CHOICES, *TEXTS))
        self.phone, self.lost = phone, ()
        for name in (*CHOICES, *TEXTS):
            if name in found:
                read = _chosen(name, found[name], choices[name]) if name in CHOICES else found[name]
                if isinstance(read, str):
                    setattr(self, name, read)
                else:
                    self.lost += (name,)


def _chosen(name: str, kept: object, choices: tuple[str, ...]) -> str | None:
    """Return a stored choice, by its value or as version 0.3 stored it; None if there is no such choice."""
    places = {str(place): value for place, value in enumerate(_PLACES_OF_0_3[name])}
    meant = places.get(kept, kept) if isinstance(kept, str) else None
    return next((value for value in choices if value == meant), None)
