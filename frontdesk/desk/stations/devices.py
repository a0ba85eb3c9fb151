"""Pairing browsers with a code, and telling them by their cookie again. The store keeps hashes of both only."""

import hashlib
import secrets

from data import devices
from frontdesk.desk.desk import Desk
from frontdesk.domain.stations.devices import (
    CODE_HOLDS,
    CODE_LENGTH,
    CODE_SIGNS,
    NAME_LIMIT,
    Device,
    DeviceReason,
    read_code,
)
from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.text import clean_line, whole_line

_TOKEN_BYTES = 32


def offer(desk: Desk, kinds: tuple[StationKind, ...], name: str = "") -> str:
    """Return a new code: whoever types it first in a browser may show these stations there."""
    code, now = new_code(), desk.clock.now()
    desk.check_identity()
    called = whole_line(name, NAME_LIMIT)
    devices.offer(desk.connection, _hash(code), (now, now + CODE_HOLDS), " ".join(kinds), called)
    return code


def new_code() -> str:
    """Return a code nobody can guess, in signs that nobody confuses."""
    return "".join(secrets.choice(CODE_SIGNS) for _ in range(CODE_LENGTH))


def pair(desk: Desk, typed: str, name: str, known: Device | None = None) -> str:
    """Make a device of a browser, or give one that is `known` further stations; return its cookie.

    Raises `Refused(WRONG_CODE)`.
    """
    code, token = read_code(typed), secrets.token_urlsafe(_TOKEN_BYTES)
    desk.check_identity()
    called, number = clean_line(name, NAME_LIMIT), known.id if known else None
    found = code and devices.pair(
        desk.connection, _hash(code), _hash(token), desk.clock.now(), name=called, known=number
    )
    if not found:
        raise Refused(DeviceReason.WRONG_CODE)
    return token


def with_cookie(desk: Desk, token: str) -> Device | None:
    """Return the device that has this cookie; None for any other cookie."""
    return desk.read(lambda connection: devices.with_token(connection, _hash(token)))


def paired(desk: Desk) -> tuple[Device, ...]:
    """Return every device."""
    return desk.read(devices.paired)


def seen(desk: Desk, numbers: set[int]) -> None:
    """Note that devices show a station now."""
    desk.check_identity()
    devices.seen(desk.connection, numbers, desk.clock.now())


def unpair(desk: Desk, number: int) -> None:
    """Forget a device, so that it shows no station any more. Raises `Refused(NO_DEVICE)`."""
    desk.check_identity()
    if not devices.remove(desk.connection, number):
        raise Refused(DeviceReason.NO_DEVICE, number=number)


def _hash(secret: str) -> bytes:
    return hashlib.sha256(secret.encode()).digest()
