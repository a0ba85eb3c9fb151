"""The messages and what came of each try: tries are added, never changed or taken out."""

import json
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from data.engine.connection import Connection
from data.engine.transaction import Row, Transaction
from data.engine.unreadable import each
from data.people import phones
from frontdesk.domain.messages.message import (
    Audience,
    Message,
    MessageState,
    Purpose,
    ToTell,
    Try,
    TryResult,
)
from frontdesk.domain.messages.reasons import MessageReason
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.plates import Plate

_COLUMNS = (
    "m.id, m.matter_id, m.escalation_id, m.about, m.purpose, m.replaces, m.audience, m.name, m.plate, m.role,"
    " m.phone_id, coalesce(p.masked, ''), m.channel, m.text, m.urgent, m.made_at, m.made_by, m.not_before,"
    " m.expires_at, m.try_at, m.tries, m.state, m.ended_at, m.ended_by"
)
_FROM = f"select {_COLUMNS} from messages m left join phones p on p.id = m.phone_id"
_FOR_PEOPLE = (
    "m.ended_at is null and (m.channel in ('phone', 'in_person') or m.state in ('drafted', 'uncertain', 'not_reached',"
    " 'failed', 'expired'))"
)
_FOR_PROGRAM = "state = 'owed' and channel not in ('phone', 'in_person')"
_LISTED = 1000
"""So many messages are listed; the latest of them."""


def for_people(connection: Connection, limit: int) -> tuple[Message, ...]:
    """Return the first messages that a person has to do something about, urgent ones first, then as they are due."""
    tail = f"indexed by messages_open left join phones p on p.id = m.phone_id where {_FOR_PEOPLE}"
    order = "order by m.urgent desc, m.try_at, m.id limit ?"
    return _made(connection.execute(f"select {_COLUMNS} from messages m {tail} {order}", (limit,)))


def count_for_people(connection: Connection) -> int:
    """Return how many messages a person has to do something about."""
    statement = f"select count(*) from messages m indexed by messages_open where {_FOR_PEOPLE}"
    return int(connection.execute(statement).fetchone()[0])


def passes_at(connection: Connection) -> Millis | None:
    """Return when the time of a message that waits is over, or that of a sender, whichever is first."""
    return min(filter(None, connection.execute(
        "select (select min(expires_at) from messages indexed by messages_expire where state in ('drafted', 'owed')"
        " and expires_at is not null), (select min(try_at) from messages indexed by messages_sending"
        " where state = 'sending')"
    ).fetchone()), default=None)  # fmt: skip


def sends_at(connection: Connection) -> Millis | None:
    """Return when a program has something to send next."""
    statement = f"select min(try_at) from messages indexed by messages_open where ended_at is null and {_FOR_PROGRAM}"
    at: Millis | None = connection.execute(statement).fetchone()[0]
    return at


def passed(connection: Connection, now: Millis) -> tuple[Message, ...]:
    """Return the messages that wait and whose time is over, and those whose sender had time until now."""
    rows = connection.execute(
        f"{_FROM} where (m.state in ('drafted', 'owed') and m.expires_at is not null and m.expires_at <= ?1)"
        " or (m.state = 'sending' and m.try_at <= ?1) order by m.id",
        (now,),
    )
    return _made(rows)


def listed(connection: Connection, *, only_open: bool) -> tuple[Message, ...]:
    """Return the messages, what is to be told first first; or all of them, the newest first."""
    if only_open:
        return _made(connection.execute(f"{_FROM} where m.ended_at is null order by m.try_at, m.id"))
    return _made(connection.execute(f"{_FROM} order by m.id desc limit ?", (_LISTED,)))


def get(connection: Connection, number: int) -> Message:
    """Return one message with its tries. Raises `Refused(NO_MESSAGE)`."""
    found = _with_tries(connection, "m.id = ?", number)
    if not found:
        raise Refused(MessageReason.NO_MESSAGE, number=number)
    return found[0]


def of(connection: Connection, numbers: Iterable[int]) -> tuple[Message, ...]:
    """Return messages by their numbers, without their tries; one that makes no sense is left out."""
    listed = json.dumps(list(numbers))
    return _made(
        connection.execute(f"{_FROM} where m.id in (select value from json_each(?)) order by m.try_at, m.id", (listed,))
    )


def of_matter(connection: Connection, matter: int) -> tuple[Message, ...]:
    """Return the messages of a matter with their tries, oldest first."""
    return _with_tries(connection, "m.matter_id = ?", matter)


def of_escalation(connection: Connection, escalation: int) -> tuple[Message, ...]:
    """Return the calls because of an escalation, without their tries, oldest first."""
    return _made(connection.execute(f"{_FROM} where m.escalation_id = ? order by m.id", (escalation,)))


def of_about(connection: Connection, about: str) -> tuple[Message, ...]:
    """Return the messages about one thing with their tries, oldest first."""
    return _with_tries(connection, "m.about = ?", about)


def texts_to(connection: Connection, number: str) -> tuple[Message, ...]:
    """Return the texts to whoever has a number that no channel has taken yet, and that are not on their way."""
    return _made(connection.execute(
        f"{_FROM} where m.ended_at is null and m.state in ('drafted', 'owed', 'failed') and m.audience <> 'staff'"
        " and m.channel not in ('phone', 'in_person') and p.number = ? and p.number <> '' order by m.id",
        (number,),
    ))  # fmt: skip


def is_owed(connection: Connection, matter: int) -> bool:
    """Whether somebody is still to be told something for a matter."""
    statement = "select 1 from messages where matter_id = ? and ended_at is null"
    return connection.execute(statement, (matter,)).fetchone() is not None


def outdated(connection: Connection, said: ToTell) -> tuple[Message, ...]:
    """Return the messages not yet told that a new one replaces: of the same purpose, about the same, to the same."""
    rows = connection.execute(
        f"{_FROM} where m.ended_at is null and m.state <> 'sending' and m.purpose = ?1 and m.about = ?2"
        " and m.matter_id is ?3 and m.escalation_id is ?4 and m.plate = ?5 and m.role = ?6 and m.audience = ?7"
        " and coalesce(p.number, '') = coalesce((select number from phones where id = ?8), ?9)"
        " and (m.audience <> 'staff' or m.channel = ?10) order by m.id",
        (
            said.purpose,
            said.about,
            said.matter,
            said.escalation,
            said.plate,
            said.role,
            said.audience,
            said.phone_id,
            said.phone,
            said.channel,
        ),
    )
    found = _made(rows)
    is_named = bool(said.about or said.matter or said.escalation or said.plate)
    return tuple(each for each in found if is_named or each.name == said.name)


def put(transaction: Transaction, said: ToTell, *, state: MessageState, try_at: Millis, replaces: int | None) -> int:
    """Put a message on record; return its number."""
    phone = said.phone_id if said.phone_id is not None else phones.keep(transaction.connection, said.phone)
    row: Row = {
        "matter_id": said.matter, "escalation_id": said.escalation, "about": said.about, "purpose": said.purpose,
        "replaces": replaces, "audience": said.audience, "name": said.name, "plate": said.plate, "role": said.role,
        "phone_id": phone, "channel": said.channel, "text": said.text, "urgent": int(said.is_urgent),
        "made_at": transaction.now, "made_by": transaction.actor.who, "not_before": said.not_before,
        "expires_at": said.expires_at, "try_at": try_at, "state": state,
    }  # fmt: skip
    return transaction.insert("messages", row)


def put_ended(transaction: Transaction, said: ToTell, state: MessageState) -> int:
    """Put a message on record about which nothing is to be done; return its number."""
    number = put(transaction, said, state=MessageState.OWED, try_at=transaction.now, replaces=None)
    end(transaction, get(transaction.connection, number), state)
    return number


def change(transaction: Transaction, message: Message, values: Row) -> None:
    """Put on record what became of a message that is still as it was seen. Raises `Refused(CHANGED_SINCE)`."""
    where: Row = {"state": message.state, "try_at": message.try_at, "tries": message.count_tries}
    transaction.update("messages", message.id, values, where=where)


def end(transaction: Transaction, message: Message, state: MessageState) -> None:
    """Nothing more is to be done about a message."""
    change(transaction, message, {"state": state, "ended_at": transaction.now, "ended_by": transaction.actor.who})


def add_try(transaction: Transaction, message: Message, result: TryResult, words: str = "", receipt: str = "") -> None:
    """Put on record what came of a try."""
    row: Row = {"message_id": message.id, "at": transaction.now, "who": transaction.actor.who}
    row |= {"channel": message.channel, "result": result, "words": words, "receipt": receipt}
    transaction.insert("message_tries", row)


def _with_tries(connection: Connection, condition: str, *values: object) -> tuple[Message, ...]:
    found = _made(connection.execute(f"{_FROM} where {condition} order by m.id", values))
    tries: defaultdict[int, list[Try]] = defaultdict(list)
    for number, at, who, channel, result, words, receipt in connection.execute(
        "select message_id, at, who, channel, result, words, receipt from message_tries"
        f" where message_id in (select m.id from messages m where {condition}) order by id",
        values,
    ):
        tries[number].append(Try(at, who, channel, TryResult(result), words, receipt))
    return tuple(each._replace(tries=tuple(tries[each.id])) for each in found)


def _made(rows: Any) -> tuple[Message, ...]:
    return tuple(each("messages", rows, _message))


def _message(row: tuple[Any, ...]) -> Message:
    number, matter, escalation, about, purpose, replaces, audience, name, plate, role, phone_id, phone, *rest = row
    channel, text, urgent, made_at, made_by, not_before, expires_at, try_at, tries, state, ended_at, ended_by = rest
    return Message(
        number, matter, escalation, about, Purpose(purpose), replaces, Audience(audience), name, Plate(plate), role,
        phone_id, phone, channel, text, bool(urgent), made_at, made_by, not_before, expires_at, try_at, tries,
        MessageState(state), ended_at, ended_by,
    )  # fmt: skip
