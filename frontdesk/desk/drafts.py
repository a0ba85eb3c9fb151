"""A form that is half filled in survives any prompt, a closed station and a crash (C1)."""

from data import drafts
from data.connection import errors_as_sentences
from frontdesk.desk.desk import Desk


def keep(desk: Desk, fields: dict[str, str], phone: str) -> None:
    """Keep what was filled in so far; with nothing filled in, forget it. Raises `StoreError`."""
    with errors_as_sentences(desk.path):
        if phone or any(fields.values()):
            drafts.keep(desk.connection, _owner(desk), fields, phone, desk.now())
        else:
            drafts.drop(desk.connection, _owner(desk))


def find(desk: Desk) -> tuple[dict[str, str], str] | None:
    """Return what this person filled in at this station, and the phone number; None for nothing."""
    return desk.read(lambda connection: drafts.find(connection, _owner(desk)))


def _owner(desk: Desk) -> str:
    return f"{desk.actor.station}:{desk.actor.who}"
