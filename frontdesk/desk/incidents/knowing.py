"""What is known of an incident as it goes on: a line, how many are hurt, a grave fact, its level (I1, I2)."""

import json

from data.engine.transaction import Row, Transaction
from data.incidents import incidents
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import crossings
from frontdesk.desk.incidents import following, steps
from frontdesk.desk.incidents.alarm import call_anew
from frontdesk.domain.incidents.events import IncidentEvent
from frontdesk.domain.incidents.incident import MOST_HURT, WORDS_LIMIT, EntryKind, Fact, Incident, Level
from frontdesk.domain.incidents.level import check_level, level_by, raised
from frontdesk.domain.incidents.reasons import IncidentReason
from frontdesk.domain.journal.result import Result
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.text import whole_words


def say(
    desk: Desk, number: int, words: str = "", *, hurt: int | None = None, facts: tuple[Fact, ...] = (),
    at: Millis | None = None, operation: str | None = None,
) -> Result:  # fmt: skip
    """Say what is known now: a line, how many are hurt, what makes it grave; its level rises with that.

    Anybody does, also after it is over. Raises `Refused`: NO_INCIDENT, NOTHING_SAID, HURT_NUMBER, TEXT_TOO_LONG.
    """
    said = whole_words(words, WORDS_LIMIT)
    check_hurt(hurt)

    def body(transaction: Transaction) -> Result:
        incident = incidents.get(transaction.connection, number)
        known = hurt is not None and hurt != incident.hurt
        fresh = tuple(fact for fact in dict.fromkeys(facts) if fact not in incident.facts)
        if not (said or known or fresh):
            raise Refused(IncidentReason.NOTHING_SAID, number=number)
        if said:
            incidents.enter(transaction, number, EntryKind.SAID, words=said, at=at)
        note_known(transaction, incident, hurt=hurt if known else None, facts=fresh)
        return Result(IncidentEvent.SAY, number=number)

    return desk.do(body, operation)


def set_level(desk: Desk, number: int, level: Level, words: str = "", operation: str | None = None) -> Result:
    """Set how grave it is: anybody raises it, the command lowers it and says why.

    Raises `Refused`: NO_INCIDENT, INCIDENT_OVER, SAME_LEVEL, NO_COMMAND, ONLY_COMMAND, LEVEL_WHY.
    """
    said = whole_words(words, WORDS_LIMIT)

    def body(transaction: Transaction) -> Result:
        incident = open_one(transaction, number)
        check_level(incident, level, transaction.actor.who, said)
        _put_level(transaction, incident, level, said)
        return Result(IncidentEvent.LEVEL, number=number, facts={"level": level})

    return desk.do(body, operation)


def note_known(
    transaction: Transaction, incident: Incident, *, hurt: int | None = None, facts: tuple[Fact, ...] = ()
) -> None:
    """Keep how many are hurt and what else is so; the level follows upwards, and so do the steps."""
    row: Row = {}
    if hurt is not None:
        incidents.enter(transaction, incident.id, EntryKind.HURT, value=str(hurt))
        row["hurt"] = hurt
    for fact in facts:
        incidents.enter(transaction, incident.id, EntryKind.FACT, value=fact)
    if facts:
        row["facts"] = json.dumps([*incident.facts, *facts])
    if not row:
        return
    incidents.change(transaction, incident, row)
    now = incidents.get(transaction.connection, incident.id)
    level = raised(now.level, level_by(now.kind, now.hurt, now.facts))
    if level is not now.level and now.is_open:
        _put_level(transaction, now, level)
    steps.tell_facts(transaction, incidents.get(transaction.connection, incident.id))
    following.after_news(transaction, incident.id)


def _put_level(transaction: Transaction, incident: Incident, level: Level, words: str = "") -> None:
    incidents.enter(transaction, incident.id, EntryKind.LEVEL, value=level, words=words)
    incidents.change(transaction, incident, {"level": level})
    now = incidents.get(transaction.connection, incident.id)
    if level.rank > incident.level.rank:
        call_anew(transaction, now)
    steps.tell_facts(transaction, now)
    following.after_news(transaction, incident.id)
    crossings.note_crossings(transaction, transaction.now)


def open_one(transaction: Transaction, number: int) -> Incident:
    """Return an incident that is not over. Raises `Refused`: NO_INCIDENT, INCIDENT_OVER."""
    incident = incidents.get(transaction.connection, number)
    if not incident.is_open:
        raise Refused(
            IncidentReason.INCIDENT_OVER, number=number, who=incident.ended_by, when=incident.ended_at,
            outcome=incident.outcome or "",
        )  # fmt: skip
    return incident


def check_hurt(hurt: int | None) -> None:
    """Check how many are said to be hurt. Raises `Refused(HURT_NUMBER)`."""
    if hurt is not None and not 0 <= hurt <= MOST_HURT:
        raise Refused(IncidentReason.HURT_NUMBER, number=hurt, most=MOST_HURT)
