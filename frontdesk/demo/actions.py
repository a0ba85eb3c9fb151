"""The actions in the demo's script: each is one real command, run as a certain person at a certain station."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from data import journal
from frontdesk.demo import incidents, repairs, rescues, rosters
from frontdesk.demo.bookings import book
from frontdesk.demo.script import Line
from frontdesk.desk import lounge, zone
from frontdesk.desk.cases import register, steps
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import decisions, handling, tasks
from frontdesk.desk.undo import undo
from frontdesk.domain.cases.case import Nature, Severity
from frontdesk.domain.cases.lists import channel_of, kind_of
from frontdesk.domain.cases.new_case import NewCase
from frontdesk.domain.cases.step_inputs import Given
from frontdesk.domain.cases.steps import CaseStep
from frontdesk.domain.demo import is_left
from frontdesk.domain.escalations.actions import options
from frontdesk.domain.escalations.escalation import Escalation
from frontdesk.domain.escalations.terms import Action, Kind, State, Why
from frontdesk.domain.journal.result import Result
from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.clock import MINUTE, Millis
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.zone.cars import Purpose

PATIENCE = 4 * MINUTE
"""How long the demo's manager leaves a prompt of the random day to the viewer."""

_PREFERRED = {
    Kind.OVER_COUNT: (Action.WORKSHOP_BAY, Action.DIVERT, Action.REPAIR, Action.REORDER),
    Kind.OVER_STAY: (Action.REPAIR, Action.WORKSHOP_BAY, Action.DIVERT, Action.REORDER),
}

_ANSWERED: dict[str, tuple[Kind, ...]] = {
    **dict.fromkeys(("tell", "acknowledge", "act", "round"), tuple(_PREFERRED)),
    **dict.fromkeys((step.value for step in CaseStep), (Kind.COMPLAINT_DUE,)),
    "receive": (Kind.LATE_RECEPTION,),
    "command": (Kind.INCIDENT,),
}
"""The kinds of prompt that an action answers, where its line names none."""

Memory = dict[str, int]
"""The data the script must remember: the number of each complaint, the last event of each station."""


@dataclass(frozen=True, slots=True)
class Left:
    """The station whose prompts are left to a visitor, since when they sit there, and how fast time runs."""

    station: StationKind | None = None
    since: Millis = 0
    rate: float = 1.0


class LeftToVisitor(Exception):  # noqa: N818 - nothing is wrong
    """Not done yet: a visitor sits there, and has not had time for it."""


def perform(desk: Desk, line: Line, memory: Memory, left: Left) -> None:
    """Run a line of the script. Raises `Refused` if somebody else did, `LeftToVisitor` if the visitor may yet."""
    if left.station == desk.actor.station:
        now = desk.now()
        if any(is_left(at, left.since, now, left.rate) for at in _came_up(desk, line)):
            raise LeftToVisitor
    answer = _ACTIONS[line.do](desk, line, memory)
    if answer is not None:
        memory[desk.actor.station] = answer.seq


def _came_up(desk: Desk, line: Line) -> list[Millis]:
    """Return when that came up, or was taken on, which a line of the script answers; most answer nothing."""
    if line.do == "done":
        tasks_here = desk.snapshot().tasks_at(StationKind(desk.actor.station), desk.now())
        return [task.asked_at for task in tasks_here if line.plate in {"", task.plate}]
    if line.do not in _ANSWERED:
        return []
    kinds = _kinds(line)
    # On their round the manager leaves the latest anyway.
    latest = desk.now() - (PATIENCE if line.do == "round" else 0)
    found = (e for e in desk.snapshot().escalations if e.kind in kinds and e.crossed_at <= latest)
    return [max(e.crossed_at, e.acknowledged_at or 0) for e in found if not e.plate or line.plate in {"", e.plate}]


def _arrive(desk: Desk, line: Line, memory: Memory) -> Result:
    return zone.arrive(desk, line.plate, purpose=Purpose(line.details.get("purpose", Purpose.MAINTENANCE)))


def _move(desk: Desk, line: Line, memory: Memory) -> Result:
    return zone.move(desk, line.plate, line.details["place"])


def _undo(desk: Desk, line: Line, memory: Memory) -> Result | None:
    """Take back the script's own last action, never what somebody else did at this station."""
    last = desk.read(lambda connection: journal.last_act(connection, desk.actor, 0))
    return undo(desk) if last and last.seq == memory.get(desk.actor.station) else None


def _tell(desk: Desk, line: Line, memory: Memory) -> Result | None:
    found = next((e for e in _open(desk, line) if e.told_at is None and e.acknowledged_at is None), None)
    return handling.tell(desk, found.id) if found else None


def _acknowledge(desk: Desk, line: Line, memory: Memory) -> Result | None:
    found = next((e for e in _open(desk, line) if e.acknowledged_at is None), None)
    return handling.acknowledge(desk, found.id) if found else None


def _act(desk: Desk, line: Line, memory: Memory) -> Result | None:
    found = next((e for e in _open(desk, line) if e.acted_at is None), None)
    if found is None:
        return None
    action = Action(line.details["action"])
    return decisions.act(desk, found.id, action, (line.plate,), seen=found.acted_at)


def _done(desk: Desk, line: Line, memory: Memory) -> Result | None:
    """Do what a decision asked of this person's station, unless somebody has done it."""
    answer = None
    for task in desk.snapshot().tasks_at(StationKind(desk.actor.station), desk.now()):
        if line.plate in {"", task.plate}:
            answer = tasks.done(desk, task.id)
    return answer


def _explain(desk: Desk, line: Line, memory: Memory) -> Result | None:
    """Let the manager give the reason for a situation that ended without anybody acting."""
    answer = None
    for escalation in desk.snapshot().unexplained:
        if desk.now() - (escalation.cleared_at or 0) > PATIENCE:
            why = Why.BRIEF if escalation.lasted(desk.now()) < MINUTE else Why.TAKEN
            with suppress(Refused):
                answer = handling.explain(desk, escalation.id, why)
    return answer


def _tickets(desk: Desk, line: Line, memory: Memory) -> Result | None:
    """Let the reception desk call the longest-waiting customer if a bay is free; who was called drives in next time."""
    for ticket in desk.snapshot().tickets:
        if ticket.calls:
            return lounge.bring_back(desk, ticket.number)
        if desk.snapshot().floor.count < desk.snapshot().policy.over_count_warning:
            return lounge.call(desk, ticket.number)
    return None


def _round(desk: Desk, line: Line, memory: Memory) -> Result | None:
    """Let the manager decide on prompts that nobody has decided."""
    now, answer = desk.now(), None
    for escalation in _open(desk, line):
        if escalation.state is not State.ACTED and now - escalation.crossed_at > PATIENCE:
            snapshot = desk.snapshot()
            possible = [o for o in options(snapshot.floor, escalation.subject, snapshot.tasks, now) if o.possible]
            if possible:
                option = min(possible, key=lambda o: _PREFERRED[escalation.kind].index(o.action))
                answer = decisions.act(desk, escalation.id, option.action, option.proposal, seen=escalation.acted_at)
    return answer


def _register(desk: Desk, line: Line, memory: Memory) -> Result:
    said = line.details
    case = NewCase(
        nature=Nature(said.get("nature", Nature.COMPLAINT)),
        channel=channel_of(said["channel"]),
        kind=kind_of(said["kind"]),
        severity=Severity(said["severity"]),
        customer=said["customer"],
        phone=said["phone"],
        plate=line.plate,
        words=said["words"],
    )
    answer = register.register(desk, case)
    memory[f"case {said['case']}"] = answer.number
    return answer


def _take(desk: Desk, line: Line, memory: Memory) -> Result | None:
    number = memory.get(f"case {line.details['case']}")
    note, *found = (line.details.get(name, "") for name in ("note", "investigation", "analysis", "measure"))
    given = Given(investigation=found[0], analysis=found[1], measure=found[2])
    return steps.take(desk, number, CaseStep(line.do), note, given=given) if number else None


def _open(desk: Desk, line: Line) -> tuple[Escalation, ...]:
    kinds = _kinds(line)
    found = (e for e in desk.snapshot().escalations if e.kind in kinds)
    return tuple(e for e in found if e.kind is Kind.OVER_COUNT or line.plate in {"", e.plate})


def _kinds(line: Line) -> tuple[Kind, ...]:
    """Return the kinds of prompt that a line of the script answers."""
    return (Kind(line.details["kind"]),) if "kind" in line.details else _ANSWERED[line.do]


def _without_memory(act: Callable[[Desk, Line], Result | None]) -> Callable[[Desk, Line, Memory], Result | None]:
    return lambda desk, line, memory: act(desk, line)


_ACTIONS: dict[str, Callable[[Desk, Line, Memory], Result | None]] = {
    "arrive": _arrive,
    "receive": lambda desk, line, memory: zone.receive(desk, line.plate),
    "work_order": lambda desk, line, memory: zone.make_work_order(desk, line.plate),
    "hand_over": lambda desk, line, memory: zone.hand_over(desk, line.plate),
    "move": _move,
    "leave": lambda desk, line, memory: zone.leave(desk, line.plate),
    "turn_away": lambda desk, line, memory: zone.turn_away(desk, line.plate),
    "undo": _undo,
    "tell": _tell,
    "acknowledge": _acknowledge,
    "act": _act,
    "done": _done,
    "explain": _explain,
    "tickets": _tickets,
    "round": _round,
    "register": _register,
    **dict.fromkeys((step.value for step in CaseStep), _take),
    "book": lambda desk, line, memory: book(desk, line),
    **{
        name: _without_memory(act)
        for name, act in (repairs.ACTIONS | incidents.ACTIONS | rescues.ACTIONS | rosters.ACTIONS).items()
    },
}
