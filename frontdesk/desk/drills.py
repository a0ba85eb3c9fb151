"""Drills: planned, held through the very flow of an incident, scored by their observer; gaps are measures (S4)."""

from collections.abc import Sequence
from typing import NamedTuple

from data import drills, measures, policy
from data.engine.connection import Connection
from data.engine.transaction import Transaction
from data.incidents import incidents
from data.matters import dues, matters
from data.people import staff
from data.roll_calls import roll_calls
from frontdesk.desk import looking_through, readiness
from frontdesk.desk.desk import Desk
from frontdesk.desk.incidents import reporting
from frontdesk.desk.incidents.places import place_of
from frontdesk.desk.matters import close_if_done, owe_in_working_days
from frontdesk.desk.people.duty import check_at_desk, operator
from frontdesk.domain.drills.drill import (
    OBJECTIVE_LIMIT,
    SCORED_DAYS,
    Clocks,
    Drill,
    Objective,
    Reached,
    Scored,
    check_planned,
    check_scored,
    check_start,
    clocks_of,
    next_due,
)
from frontdesk.domain.drills.events import DrillEvent
from frontdesk.domain.incidents.incident import Incident, IncidentKind, title_of
from frontdesk.domain.journal.result import Result
from frontdesk.domain.matters.due import DueName
from frontdesk.domain.matters.matter import MatterKind
from frontdesk.domain.people.staff import NAME_LIMIT
from frontdesk.domain.values.clock import DAY, Millis
from frontdesk.domain.values.text import LINE_LIMIT, clean_line, whole_line, whole_words


class Shown(NamedTuple):
    """A drill and its clocks, as far as they have run."""

    drill: Drill
    clocks: Clocks
    runs: bool
    """Whether it is being held now."""


class Listed(NamedTuple):
    """The drills, newest first, and by when the next ones are due; None: any kind, on the spot."""

    drills: tuple[Shown, ...]
    due: tuple[tuple[IncidentKind | None, Millis], ...]


def listed(desk: Desk) -> Listed:
    """Return how it stands with the drills."""

    def question(connection: Connection) -> Listed:
        found = drills.every(connection)
        often = policy.current(connection).drill_days * DAY
        due = next_due(found, drills.began(connection), often)
        return Listed(tuple(_shown(connection, each) for each in found), due)

    return desk.read(question)


def shown(desk: Desk, number: int) -> Shown:
    """Return one drill. Raises `Refused(NO_DRILL)`."""
    return desk.read(lambda connection: _shown(connection, drills.get(connection, number)))


def not_reached_since(connection: Connection, at: Millis) -> tuple[Drill, ...]:
    """Return the drills scored since an instant that are a reason to look a plan through again (G4)."""
    return tuple(each for each in drills.every(connection) if (each.scored_at or 0) >= at and each.asks_for_review)


def plan(
    desk: Desk, kind: IncidentKind, place: str, at: Millis, observer: str, *,
    people: Sequence[str] = (), objectives: Sequence[str], operation: str | None = None,
) -> Result:  # fmt: skip
    """Plan a drill: what, where, when, what it is to show, who is in it and who looks on and takes no part.

    Raises `Refused`: NOT_YOUR_POST, NO_PLACE, and as `check_planned` says.
    """
    named, taking_part = whole_line(observer, NAME_LIMIT), tuple(whole_line(name, NAME_LIMIT) for name in people)
    texts = tuple(whole_line(text, OBJECTIVE_LIMIT) for text in objectives)

    def body(transaction: Transaction) -> Result:
        check_at_desk(transaction)
        known = frozenset(person.name for person in staff.everyone(transaction.connection))
        check_planned(kind, at, named, taking_part, texts, staff=known, now=transaction.now)
        area = place_of(transaction.connection, place)
        number = matters.open_one(transaction, MatterKind.DRILL, title_of(kind, area.name or place))
        aims = tuple(Objective(0, text) for text in texts)
        drills.put(transaction, Drill(number, kind, place, at, named, taking_part, aims))
        dues.start(transaction, number, DueName.DRILL_HOLD, at)
        readiness.mind(transaction)
        return Result(DrillEvent.PLAN, number=number, facts={"kind": kind, "place": place})

    return desk.do(body, operation)


def start(desk: Desk, number: int, operation: str | None = None, *, language: str = "zh") -> Result:
    """Hold a drill: the incident is reported as a drill, with all that follows.

    Doing it again after an interruption joins what was reported. Raises `Refused`: NO_DRILL, DRILL_HELD, DRILL_RUNS,
    REAL_INCIDENT.
    """
    drill = desk.read(lambda connection: _startable(connection, number))
    reported = reporting.report(desk, drill.kind, drill.place, is_drill=True, language=language)

    def body(transaction: Transaction) -> Result:
        check_at_desk(transaction)
        drills.start(transaction, _startable(transaction.connection, number), reported.number)
        dues.meet(transaction, number, DueName.DRILL_HOLD)
        owe_in_working_days(transaction, number, DueName.DRILL_SCORE, SCORED_DAYS, person=drill.observer)
        readiness.mind(transaction)
        return Result(DrillEvent.START, number=number, facts={"incident": reported.number})

    return desk.do(body, operation)


def score(desk: Desk, number: int, scored: Sequence[Scored], operation: str | None = None) -> Result:
    """Say as the observer what came of each objective; each gap proposes a measure. Raises as `check_scored` says."""
    said = tuple(each._replace(words=whole_words(each.words)) for each in scored)

    def body(transaction: Transaction) -> Result:
        person = operator(transaction)
        connection = transaction.connection
        drill = drills.get(connection, number)
        check_scored(drill, _held(connection, drill), said, person.name)
        pairs = zip(drill.objectives, said, strict=True)
        found = [_judged(transaction, drill, objective, each) for objective, each in pairs]
        drills.score(transaction, drill, found)
        if any(each.reached is Reached.NOT_REACHED for each in found):
            looking_through.soon(transaction, looking_through.Shown.DRILL)
        dues.meet(transaction, number, DueName.DRILL_SCORE)
        close_if_done(transaction, number)
        gaps = sum(each.reached is not Reached.REACHED for each in found)
        return Result(DrillEvent.SCORE, number=number, facts={"gaps": gaps})

    return desk.do(body, operation)


def _judged(transaction: Transaction, drill: Drill, objective: Objective, said: Scored) -> Objective:
    """Return an objective as it was judged; a gap has a measure, which belongs to the drill."""
    measure = None
    if said.reached is not Reached.REACHED:
        what = clean_line(f"{objective.text}: {clean_line(said.words)}", LINE_LIMIT)
        measure = matters.open_one(transaction, MatterKind.MEASURE, what, drill.id)
        measures.propose(transaction, measure, "", said.words)
    return objective._replace(reached=said.reached, words=said.words, measure=measure)


def _startable(connection: Connection, number: int) -> Drill:
    drill = drills.get(connection, number)
    others = (each for each in drills.every(connection) if each.id != number)
    check_start(drill, _held(connection, drill), (_held(connection, each) for each in others))
    return drill


def _held(connection: Connection, drill: Drill) -> Incident | None:
    return None if drill.incident is None else incidents.get(connection, drill.incident)


def _shown(connection: Connection, drill: Drill) -> Shown:
    incident = _held(connection, drill)
    if incident is None:
        return Shown(drill, Clocks(), False)
    acts = drills.acts_of(connection, incident.id)
    counts = roll_calls.of_matter(connection, incident.id)
    return Shown(drill, clocks_of(incident, acts, counts), incident.is_open)
