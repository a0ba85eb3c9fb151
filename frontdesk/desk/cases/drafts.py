"""Drafts of a half-filled form, which survive any prompt, a closed station and a crash (C1)."""

from contextlib import suppress

from data.cases import drafts
from data.engine.connection import empty_journal, errors_as_sentences
from data.engine.turns import writing
from frontdesk.desk.desk import Desk
from frontdesk.domain.values.errors import StoreError
from frontdesk.domain.values.text import TYPED_LIMIT, clean_words


def keep(desk: Desk, fields: dict[str, str], phone: str) -> None:
    """Keep what was filled in so far, or forget the draft if nothing was filled in. Raises `StoreError`."""
    said = {name: clean_words(text, TYPED_LIMIT) for name, text in fields.items()}
    desk.check_identity()
    with errors_as_sentences(desk.path), writing(desk.connection) as connection:
        before = drafts.find(connection, desk.actor)
        if phone or any(said.values()):
            drafts.keep(connection, desk.actor, said, clean_words(phone), desk.now())
        else:
            drafts.drop(connection, desk.actor)
    if before is not None and before[1] not in {"", clean_words(phone)}:
        with suppress(StoreError):
            empty_journal(desk.connection)


def find(desk: Desk) -> tuple[object, str] | None:
    """Return what this person filled in at this station, and the phone number; None for nothing."""
    return desk.read(lambda connection: drafts.find(connection, desk.actor))
