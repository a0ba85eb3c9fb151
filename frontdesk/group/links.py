"""Whether a store's events follow one from another, and from what is known of it."""

from collections.abc import Iterable

from frontdesk.domain.journal.chain import Rule, body_hash, follows
from frontdesk.group.batch import Event, NotTaken


def check(after: int, previous: str, events: Iterable[Event]) -> None:
    """Raise `NotTaken` at the first event that is missing before it, or is not the one that was written.

    An old event whose body is not as it was written is taken on its number alone: `body_hash` marks it.
    """
    for event in events:
        if event.seq != after + 1:
            raise NotTaken(422, "gap", seq=after + 1)
        if not _follows(previous, event):
            raise NotTaken(422, "chain", seq=event.seq)
        after, previous = event.seq, event.row["hash"]


def _follows(previous: str, event: Event) -> bool:
    try:
        return follows(previous, event.row) is not False
    except (ValueError, KeyError, TypeError) as error:
        raise NotTaken(422, "body", seq=event.seq) from error


def written_body_hash(event: Event) -> str | None:
    """Return the hash of the body as it was written, where the body that came is another one; None where it is it."""
    said: str | None = event.row["body_hash"]
    if said is None or event.row["rule"] == Rule.WHOLE or "changes" not in event.row:
        return said
    is_it = None not in (event.row[name] for name in ("operation", "changes")) and body_hash(event.row) == said
    return None if is_it else said
