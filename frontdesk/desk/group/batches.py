"""What is sent to head office: the events after its position, each as far as the store shares it."""

from collections.abc import Iterable, Iterator
from typing import Any

from data.engine.connection import Connection
from data.engine.row_changes import Change, Row, from_json, stored
from data.engine.version import SCHEMA_VERSION
from data.group import reading
from data.group.membership import membership
from data.journal import last_seq
from frontdesk import __version__
from frontdesk.domain.group.answer import Position
from frontdesk.domain.group.share import Share, masked, shared_row
from frontdesk.domain.journal.chain import BODY, HEADER, Rule, body_hash, event_hash

FORMAT = 1
MOST, _LARGEST = 500, 4 * 1024 * 1024
"""How many events are sent at once, and how many characters of what they tell."""

Payload = dict[str, Any]


def following(connection: Connection, at: Position, share: Share) -> list[Payload]:
    """Return what to send next, in this order: first what says something else since, then the events; none at the end.

    What was rewritten goes before the event that did it: once that is known over there, the others are.
    """
    events = reading.some_after(connection, at.seq, most=MOST, largest=_LARGEST)
    if not events:
        return []
    since = [span for event in events for span in reading.rewritten_by(event)]
    rewritten = [_told(event, share) for event in _known(connection, since, at.seq)]
    begins = head(connection, at, share)
    payloads = [{**begins, "rewritten": rewritten[n : n + MOST]} for n in range(0, len(rewritten), MOST)]
    told = [*_in_order(connection, events, share)]
    last = {**begins, "events": told}
    if events[-1]["seq"] == last_seq(connection):
        last |= beside(connection, share)
    return [*payloads, last]


def sign_of_life(connection: Connection, at: Position, share: Share) -> Payload:
    """Return what is sent where nothing is new."""
    return head(connection, at, share) | beside(connection, share)


def of_fork(connection: Connection, at: Position, share: Share) -> Payload | None:
    """Return what shows head office that an event it knows is another one here; None where it is not here at all."""
    own = reading.hash_of(connection, at.seq)
    if not own or membership(connection).epoch != at.epoch:
        return None
    return head(connection, at._replace(hash=own), share)


def head(connection: Connection, at: Position, share: Share) -> Payload:
    """Return what each batch begins with."""
    replaces = membership(connection).replaces
    return {
        "format": FORMAT,
        "program": __version__,
        "schema": SCHEMA_VERSION,
        "share": share.value,
        "epoch": at.epoch,
        "after": {"seq": at.seq, "hash": at.hash},
        "events": [],
        "rewritten": [],
        **({"replaces": replaces} if replaces else {}),
    }


def beside(connection: Connection, share: Share) -> Payload:
    """Return the little that stands in no event, and that a store needs which is made again from its log."""
    return {"beside": {"agenda": reading.agenda(connection)}} if share is Share.FULL else {}


def _known(connection: Connection, spans: Iterable[tuple[int, int]], seq: int) -> Iterator[Row]:
    """Give the events that are known over there and say something else since, with the hash of each before."""
    for first, last in spans:
        yield from _with_previous(connection, reading.events(connection, first, min(last, seq)))


def _with_previous(connection: Connection, events: Iterable[Row]) -> Iterator[Row]:
    previous: str | None = None
    for event in events:
        if previous is None:
            previous = reading.hash_of(connection, event["seq"] - 1) or ""
        yield {**event, "previous": previous}
        previous = event["hash"]


def _in_order(connection: Connection, events: Iterable[Row], share: Share) -> Iterator[Row]:
    for event in _with_previous(connection, events):
        header = {name: event[name] for name in (*HEADER, "rule", "hash")}
        yield {**header, **_told(event, share)}


def _told(event: Row, share: Share) -> Row:
    """Return the body of an event as it is shared, with the hash of the one that was written where that is another."""
    body = {name: event[name] for name in BODY}
    shared = _shared(event, body, share)
    return {"seq": event["seq"], "body_hash": _written_hash(event, is_it=shared == body), "body": shared}


def _written_hash(event: Row, *, is_it: bool) -> str | None:
    if event["rule"] == Rule.WHOLE:
        own = {name: event[name] for name in (*HEADER, *BODY)}
        is_it = is_it and event["hash"] == event_hash(event["previous"], own)
        # Nothing else than the whole of it has its hash.
        return None if is_it else ""
    kept: str | None = event["body_hash"]
    return kept if is_it or kept is not None else body_hash(event)


def _shared(event: Row, body: Row, share: Share) -> Row:
    if share is Share.FULL:
        return body
    told = from_json(event["changes"], event["occurred_at"])
    less = [each for each in (_less(change, share) for change in told) if each is not None]
    changes = event["changes"] if less == told else stored(less, event["occurred_at"])
    if share is Share.FIGURES:
        return {**dict.fromkeys(BODY), "changes": changes}
    return {**masked(body), "changes": changes}


def _less(change: Change, share: Share) -> Change | None:
    """Return what is shared of a change; the digest of a whole row that is told in part would tell of the rest."""
    if change.table == "events":
        return change
    before, after = (None if row is None else shared_row(change.table, row, share) for row in change[2:4])
    if (before, after) == (change.before, change.after):
        return change
    if before is not None and after is not None:
        both = before.keys() & after.keys()
        before, after = ({name: row[name] for name in row if name in both} for row in (before, after))
        if not both:
            return None
    return change._replace(before=before, after=after, digest="")
