"""Runs a recorded day through the real commands, with the log's own clock."""

import contextlib
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

from data import journal
from data import policy as policies
from data.escalations import escalations as records
from data.zone import floor as floors
from frontdesk.desk import store_time as pace
from frontdesk.desk import zone
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import handling as escalations
from frontdesk.domain.escalations.escalation import Escalation
from frontdesk.domain.escalations.terms import Kind, Outcome
from frontdesk.domain.journal.reasons import JournalReason
from frontdesk.domain.journal.result import new_operation
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.replay import ReplayReason
from frontdesk.domain.values.clock import SECOND, Clock, ManualClock, Millis, SystemClock, to_datetime
from frontdesk.domain.values.errors import InputError, Refused
from frontdesk.domain.values.plates import Plate
from frontdesk.domain.values.store_time import StoreTime
from frontdesk.files.table import Table
from frontdesk.files.visit_log import Problem, understand
from frontdesk.replay.steps import LogCommand, Verb, in_order

LABEL = "replay"
_NO_RECORDS = ("policy", "evaluate", "restore", "agenda", "agenda_ended")
"""Events that do not count as a store's own records: a replay may have its own policy, and anybody may look at it."""

LEAD_IN: Millis = 5 * SECOND
"""How long before the log's first event a live replay begins."""

_NAP_S = 0.2


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a replay is."""

    done: int
    steps: int
    at: Millis


@dataclass(slots=True)
class Report:
    """The actions of a replay and the prompts it raised, without those that were corrected late or undone."""

    zone: ZoneInfo
    visits: int = 0
    peak_count: int = 0
    escalations: tuple[Escalation, ...] = ()
    problems: list[Problem] = field(default_factory=list)
    commands: int = 0
    interrupted: bool = False


def replay(
    path: Path,
    table: Table,
    *,
    actor: Actor,
    day: date | None = None,
    speed: float | None = None,
    operation: str | None = None,
    among_others: bool = False,
    progress: Callable[[Progress], None] = lambda progress: None,
    clock: Clock | None = None,
    sleep: Callable[[float], None] = time.sleep,
) -> Report:
    """Replay a visit log into the store at `path`, as fast as possible or at `speed` times the clock's speed.

    `day` completes times of day (default: today in the store's zone). A line that a rule refuses is a problem in the
    report and stops nothing; Ctrl-C ends the replay with what was done so far. Raises `InputError(STORE_IN_USE)` if the
    store holds other records than replays', unless it is `among_others`.
    """
    clock = clock or SystemClock()
    log_clock = ManualClock(clock.now())
    with Desk.open(path, actor, clock if speed else log_clock) as desk:
        desk.follows_log = not speed
        if not among_others:
            _refuse_a_store_in_use(desk)
        report, steps = _understood(desk, table, day, clock.now())
        if not steps:
            return report
        if speed:
            passing = _live(desk, clock, steps[0].at - LEAD_IN, speed, sleep)
        else:
            passing = _as_fast_as_it_goes(desk, log_clock, clock)
        with passing as until:
            _drive(desk, steps, until, report, operation=operation or new_operation(), progress=progress)
            escalations.evaluate(desk)
            report.escalations = _raised(desk, steps, report)
        report.problems.sort(key=lambda problem: problem.line)
    return report


def _understood(desk: Desk, table: Table, day: date | None, now: Millis) -> tuple[Report, list[LogCommand]]:
    """Return what of the log is not understood, as a report to go on with, and the commands of all the rest."""
    policy = desk.read(policies.current)
    store_zone = ZoneInfo(policy.time_zone)
    log = understand(table, store_zone, policy.province, day or to_datetime(now, store_zone).date())
    return Report(store_zone, problems=list(log.problems)), in_order(log.entries)


def _refuse_a_store_in_use(desk: Desk) -> None:
    others = desk.read(lambda connection: journal.holds_records_of_others(connection, desk.actor.station, _NO_RECORDS))
    # Where the time is not the machine's, the store is no real one: people may have played in an earlier replay.
    if others and pace.of(desk) is None:
        raise InputError(ReplayReason.STORE_IN_USE, path=desk.path)


def _drive(
    desk: Desk,
    steps: list[LogCommand],
    until: Callable[[Millis], None],
    report: Report,
    *,
    operation: str,
    progress: Callable[[Progress], None],
) -> None:
    given_up: set[int] = set()
    try:
        for number, step in enumerate(steps):
            if step.line not in given_up:
                until(step.at)
                try:
                    _give(desk, step, f"{operation}/{step.operation}")
                    report.commands += 1
                    report.visits += step.verb is Verb.ARRIVE
                except Refused as refusal:
                    given_up.add(step.line)
                    report.problems.append(Problem(step.line, refusal))
            instant_over = number + 1 == len(steps) or steps[number + 1].at > step.at
            if instant_over:
                report.peak_count = max(report.peak_count, desk.read(floors.floor).count)
            progress(Progress(number + 1, len(steps), step.at))
    except KeyboardInterrupt:
        report.interrupted = True


def _give(desk: Desk, step: LogCommand, operation: str) -> None:
    entry = step.entry
    if step.verb is Verb.ARRIVE:
        answer = zone.arrive(desk, entry.plate, at=step.at, operation=operation)
    elif step.verb is Verb.RECEIVE:
        answer = zone.receive(desk, entry.plate, advisor=entry.received_by, at=step.at, operation=operation)
    else:
        answer = zone.leave(desk, entry.plate, at=step.at, operation=operation)
    if answer.plate != entry.plate:
        raise Refused(JournalReason.OPERATION_USED, kind=answer.kind.value, plate=answer.plate)


@contextlib.contextmanager
def _as_fast_as_it_goes(desk: Desk, log_clock: ManualClock, clock: Clock) -> Iterator[Callable[[Millis], None]]:
    def until(at: Millis) -> None:
        log_clock.at = at

    before = pace.of(desk)
    if before is None:
        yield until
        return
    # An earlier live replay left its own clock in the store: the log's takes its place, and stands where the log ends.
    pace.set_to(desk, StoreTime(0, 0, 1.0, LABEL))
    try:
        yield until
    finally:
        pace.set_to(desk, StoreTime(clock.now(), log_clock.at, 0.0, before.label))


@contextlib.contextmanager
def _live(
    desk: Desk, clock: Clock, start: Millis, speed: float, sleep: Callable[[float], None]
) -> Iterator[Callable[[Millis], None]]:
    def until(at: Millis) -> None:
        while (ahead := at - desk.now()) > 0:
            running = pace.of(desk)
            rate = running.rate if running else speed
            sleep(min(_NAP_S, ahead / rate / SECOND) if rate else _NAP_S)

    running = StoreTime(clock.now(), start, speed, LABEL)
    pace.set_to(desk, running)
    try:
        yield until
    finally:
        pace.set_to(desk, (pace.of(desk) or running).changed(clock.now(), 0.0))


def _raised(desk: Desk, steps: list[LogCommand], report: Report) -> tuple[Escalation, ...]:
    plates = {step.entry.plate for step in steps}
    end = desk.now() if report.interrupted else steps[-1].at
    found = desk.read(lambda connection: tuple(records.since(connection, steps[0].at)))
    return tuple(
        e for e in found if e.outcome in {None, Outcome.CLEARED, Outcome.UNHANDLED} and _belongs(e, plates, end)
    )


def _belongs(escalation: Escalation, plates: set[Plate], end: Millis) -> bool:
    """Whether it is this log's. A car that left in the instant it came was never one too many."""
    if escalation.kind in {Kind.COMPLAINT_DUE, Kind.DIVERSION_EXPIRED} or not escalation.was_there_at(end):
        return False
    if escalation.kind is Kind.OVER_COUNT:
        return escalation.cleared_at != escalation.crossed_at
    return escalation.plate in plates
