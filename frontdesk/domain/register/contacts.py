"""Whom outside to ring: emergency numbers, authorities, suppliers, insurers, neighbours (S7, S10, I14)."""

import re
from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from frontdesk.domain.register.reasons import RegisterReason
from frontdesk.domain.values.clock import DAY, Millis
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.phones import parse_phone
from frontdesk.domain.values.reasons import ValueReason
from frontdesk.domain.values.text import clean_code, folded

NAME_LIMIT = 40
HOURS_LIMIT = 40
NOTE_LIMIT = 120
MOST_CONTACTS = 1_000
_EMERGENCY = re.compile(r"[19]\d\d")
"""Three digits: 110, 119, 999."""


class ContactKind(StrEnum):
    """Whom one rings, in the order of the list."""

    FIRE = "fire"
    AMBULANCE = "ambulance"
    POLICE = "police"
    TRAFFIC = "traffic"
    POWER = "power"
    WATER = "water"
    INSURER = "insurer"
    RESCUE = "rescue"
    SUPPLIER = "supplier"
    NEIGHBOUR = "neighbour"
    AUTHORITY = "authority"
    LEGAL = "legal"
    MEDIA = "media"


ORDER = tuple(ContactKind)


class Details(NamedTuple):
    """What a contact is, as it is typed."""

    kind: ContactKind
    name: str = ""
    """Empty for an emergency number, which is called by its kind."""
    phone: str = ""
    hours: str = ""
    """When somebody answers, in the store's own words."""
    note: str = ""
    is_backup: bool = False
    """Whether it is rung where the first of its kind does not answer or cannot supply (S10)."""


class Contact(NamedTuple):
    """One contact on the list. Its number is shown in full: it is a business's, no customer's."""

    key: str
    details: Details
    called_at: Millis | None = None
    """When somebody rang it last to see that it is right."""
    called_by: str = ""
    in_use: bool = True

    @property
    def is_emergency(self) -> bool:
        """Whether it is an emergency number, which nobody rings to try it."""
        return _EMERGENCY.fullmatch(self.details.phone) is not None

    def is_to_call(self, now: Millis, days: int) -> bool:
        """Whether it has to be called through, because nobody has for so many days."""
        if self.is_emergency or not self.in_use:
            return False
        return self.called_at is None or now - self.called_at > days * DAY


SHIPPED = tuple(
    Contact(phone, Details(kind, phone=phone))
    for kind, phone in (
        (ContactKind.FIRE, "119"),
        (ContactKind.AMBULANCE, "120"),
        (ContactKind.POLICE, "110"),
        (ContactKind.TRAFFIC, "122"),
    )
)
"""The emergency numbers; a store elsewhere says others."""


def with_shipped(said: Iterable[Contact]) -> tuple[Contact, ...]:
    """Return the shipped contacts and the store's own, as the store says: by kind, emergency numbers and backups last.

    Of a kind what is shipped stands first.
    """
    every = {contact.key: contact for contact in (*SHIPPED, *said)}
    return tuple(sorted(every.values(), key=_place))


def _place(contact: Contact) -> tuple[object, ...]:
    details = contact.details
    return ORDER.index(details.kind), not contact.is_emergency, details.is_backup, details.name, contact.key


def read_number(text: str) -> str:
    """Return a phone number without separators, also one of three digits. Raises `Refused(BAD_PHONE)`."""
    typed = clean_code(text).replace(" ", "").replace("-", "")
    return typed if _EMERGENCY.fullmatch(typed) else parse_phone(text)


def check(details: Details, others: Iterable[Contact], *, is_shipped: bool) -> None:
    """Check what is said of a contact beside the others. Raises `Refused`: CONTACT_NAME, BAD_PHONE, CONTACT_TAKEN."""
    if not details.name and not is_shipped:
        raise Refused(RegisterReason.CONTACT_NAME, right=NAME_LIMIT)
    if not details.phone:
        raise Refused(ValueReason.BAD_PHONE, text="")
    if details.name:
        named = folded(details.name), details.phone
        if any((folded(other.details.name), other.details.phone) == named for other in others if other.in_use):
            raise Refused(RegisterReason.CONTACT_TAKEN, name=details.name)


def found_by(text: str, contacts: Iterable[Contact], called: Iterable[str]) -> Contact:
    """Return the contact meant by its key, its name, a part of its name that fits no other, or its number.

    `called`: what each is called on the screens. Raises `Refused`: NO_CONTACT, WHICH_CONTACT.
    """
    typed, listed = folded(text), tuple(zip(contacts, called, strict=True))
    whole = [contact for contact, name in listed if typed in {contact.key, contact.details.phone, folded(name)}]
    fitting = whole or [contact for contact, name in listed if typed and typed in folded(name)]
    fitting = [contact for contact in fitting if contact.in_use] or fitting
    if len(fitting) == 1:
        return fitting[0]
    if not fitting:
        raise Refused(RegisterReason.NO_CONTACT, text=clean_code(text))
    said = tuple(f"{name} {contact.key}" for contact, name in listed if contact in fitting)
    raise Refused(RegisterReason.WHICH_CONTACT, text=clean_code(text), choices=said[:5])
