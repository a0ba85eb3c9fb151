"""Events that say something else since: a customer was taken out of them at the store, and so is taken out here."""

from collections.abc import Iterable, Sequence
from typing import Any

from psycopg import Connection

from data.engine.row_changes import Change, from_json
from frontdesk.domain.journal.chain import BODY, Rule, body_hash
from frontdesk.group.batch import Event, NotTaken, Rewritten
from frontdesk.group.fold import Of, clear, fold
from frontdesk.group.links import written_body_hash
from frontdesk.group.tables import tables

_BODY = ", ".join(BODY)
_WHOLE = (
    f"select seq, rule, body_hash, occurred_at, {_BODY} from events left join event_bodies using (store, epoch, seq)"
    " where store = %s and epoch = %s and seq = any(%s)"
)
_TELL_OTHERWISE = (
    f"insert into event_bodies (store, epoch, seq, {_BODY}) values ({', '.join(['%s'] * (3 + len(BODY)))})"
    f" on conflict (store, epoch, seq) do update set ({_BODY}) = ({', '.join(f'excluded.{name}' for name in BODY)})"
)
_IN_OLDER = (
    "select older.epoch, seq from events older join events now using (store, seq, hash)"
    " where store = %s and older.epoch < now.epoch and now.epoch = %s and seq = any(%s) order by older.epoch, seq"
)
_TELLING = (
    "select seq, changes, occurred_at from event_bodies join events using (store, epoch, seq)"
    " where store = %s and epoch = %s and changes like any(%s) order by seq"
)


def tell_otherwise(connection: Connection[Any], of: Of, last: int, rewritten: Sequence[Rewritten]) -> None:
    """Put what events say now in place of what they said, and fold every row anew that they tell of."""
    if any(not 0 < each.seq <= last for each in rewritten):
        raise NotTaken(400, "not_understood")
    said = {each.seq: each for each in rewritten}
    named: dict[str, set[int]] = {}
    names = ("seq", "rule", "body_hash", "occurred_at", *BODY)
    for values in connection.execute(_WHOLE, (*of, sorted(said))).fetchall():
        row = dict(zip(names, values, strict=True))
        new = said[row["seq"]]
        try:
            for text in (row["changes"], new.body["changes"]):
                _note(named, from_json(text or "[]", row["occurred_at"]))
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise NotTaken(422, "body", seq=new.seq) from error
        connection.execute(
            "update events set body_hash = %s where store = %s and epoch = %s and seq = %s",
            (_written_hash(row, new), *of, new.seq),
        )
        connection.execute(_TELL_OTHERWISE, (*of, new.seq, *(new.body[name] for name in BODY)))
    if named:
        _fold_anew(connection, of, named)


def tell_older_otherwise(
    connection: Connection[Any], of: Of, events: Iterable[Event], rewritten: Iterable[Rewritten]
) -> None:
    """What is not as it was first written, or no more, is not kept as it was in an older epoch that has it too."""
    said = {event.seq: _as_it_is_now(event) for event in events if written_body_hash(event) is not None}
    said |= {each.seq: each for each in rewritten}
    if of.epoch == 1 or not said:
        return
    older: dict[int, list[Rewritten]] = {}
    for epoch, seq in connection.execute(_IN_OLDER, (*of, sorted(said))).fetchall():
        older.setdefault(epoch, []).append(said[seq])
    for epoch, each in older.items():
        tell_otherwise(connection, of._replace(epoch=epoch), max(said), each)


def _as_it_is_now(event: Event) -> Rewritten:
    return Rewritten(event.seq, {name: event.row.get(name) for name in BODY}, written_body_hash(event))


def _written_hash(row: dict[str, Any], new: Rewritten) -> str:
    """Return the hash of the body as it was first written; of an old event there is none, and "" marks it."""
    kept = row["body_hash"] or new.body_hash
    if kept or row["rule"] == Rule.WHOLE or row["changes"] is None:
        return kept or ""
    return body_hash(row)


def _note(named: dict[str, set[int]], changes: Iterable[Change]) -> None:
    for change in changes:
        if change.table in tables():
            named.setdefault(change.table, set()).add(change.id)


def _fold_anew(connection: Connection[Any], of: Of, named: dict[str, set[int]]) -> None:
    clear(connection, of, named)
    told = connection.execute(_TELLING, (*of, [f'%"{name}"%' for name in named])).fetchall()
    fold(
        connection,
        of,
        (
            (seq, [each for each in from_json(text, at) if each.id in named.get(each.table, ())])
            for seq, text, at in told
        ),
    )
