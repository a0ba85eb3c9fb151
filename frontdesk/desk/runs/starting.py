"""Beginning what a playbook says: for something at the store, or for handing a car back (P3)."""

from data.engine.transaction import Transaction
from data.incidents import car_checks
from data.matters import matters
from data.progress import progress
from data.runs import runs
from frontdesk.desk.desk import Desk
from frontdesk.desk.opening_steps import begin_run
from frontdesk.desk.people.duty import check_at_desk, operator
from frontdesk.desk.runs import playbooks
from frontdesk.desk.runs.settling import settle
from frontdesk.domain.checks.reasons import CheckReason
from frontdesk.domain.incidents.car_checks import check_may_work
from frontdesk.domain.incidents.incident import IncidentKind
from frontdesk.domain.journal.result import Result
from frontdesk.domain.matters.matter import MatterKind
from frontdesk.domain.matters.reasons import MatterReason
from frontdesk.domain.progress.checks import check_hand_back
from frontdesk.domain.runs.events import RunEvent
from frontdesk.domain.runs.playbook import HAND_BACK, OLD_PARTS, About, Playbook, PlaybookOnRecord
from frontdesk.domain.runs.reasons import RunReason
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.plates import Plate


def start(
    desk: Desk, key: str, language: str, *,
    matter: int | None = None, facts: tuple[str, ...] = (), operation: str | None = None,
) -> Result:  # fmt: skip
    """Begin what a playbook says, for a matter that is open, or for one that it opens.

    Raises `Refused`: NO_PLAYBOOK, REPORTED_INSTEAD, NO_FACT, NO_MATTER, MATTER_CLOSED, RUN_OPEN.
    """
    playbook = playbooks.shown(desk, key, language)

    def body(transaction: Transaction) -> Result:
        operator(transaction)
        _check_reported(transaction, playbook.playbook, matter)
        check_facts(playbook.playbook, facts)
        number = matter
        if number is None:
            number = matters.open_one(transaction, MatterKind.RUN, playbook.playbook.title)
        begin(transaction, number, playbook, facts, language=language)
        return Result(RunEvent.START, number=number, facts={"playbook": key})

    return desk.do(body, operation)


def hand_back(desk: Desk, plate: Plate, language: str, operation: str | None = None) -> Result:
    """Begin to hand a car back: it is ready, and all that was found is decided; with the last step it may leave (P3).

    Raises `Refused`: NOT_IN_WORKSHOP, HANDED_BACK, UNDECIDED, NOT_READY, RUN_OPEN.
    """
    playbook = playbooks.shown(desk, HAND_BACK, language)
    known = {fact.key for fact in playbook.playbook.facts}

    def body(transaction: Transaction) -> Result:
        check_at_desk(transaction)
        car = progress.of_plate(transaction.connection, plate)
        check_hand_back(car)
        check_may_work(car_checks.open_of(transaction.connection, car.visit_id), car.plate)
        has_parts = OLD_PARTS in known and any(job.parts for job in car.jobs)
        begin(transaction, car.id, playbook, (OLD_PARTS,) if has_parts else (), language=language)
        return Result(RunEvent.START, car.plate, number=car.id, facts={"playbook": HAND_BACK})

    return desk.do(body, operation)


def begin(
    transaction: Transaction, number: int, playbook: PlaybookOnRecord, facts: tuple[str, ...] = (), *, language: str
) -> None:
    """Begin a run for a matter, in a transaction under way; `language`: of whoever begins it.

    Raises `Refused`: NO_MATTER, MATTER_CLOSED, RUN_OPEN.
    """
    matter = matters.get(transaction.connection, number)
    if matter.closed_at is not None:
        raise Refused(MatterReason.MATTER_CLOSED, number=number, who=matter.closed_by, when=matter.closed_at)
    if playbook.playbook.about == About.CAR and matter.kind is not MatterKind.PROGRESS:
        raise Refused(RunReason.NOT_OF_CAR, playbook=playbook.playbook.title)
    if playbook.playbook.about == About.HOLIDAY:
        raise Refused(RunReason.HOLIDAY_INSTEAD, playbook=playbook.playbook.title)
    if playbook.playbook.about == About.CHECK:
        raise Refused(CheckReason.CHECK_PLAYBOOK, playbook=playbook.playbook.title)
    for run in runs.of_matter(transaction.connection, number):
        if run.outcome is None:
            raise Refused(RunReason.RUN_OPEN, number=number, text=run.playbook.title)
    settle(transaction, begin_run(transaction, number, playbook, facts, language))


def _check_reported(transaction: Transaction, playbook: Playbook, matter: int | None) -> None:
    """The steps of an incident are begun for one that was reported. Raises `Refused`: REPORTED_INSTEAD, NO_MATTER."""
    of = None if matter is None else matters.get(transaction.connection, matter).kind
    if playbook.key in set(IncidentKind) and of is not MatterKind.INCIDENT:
        raise Refused(RunReason.REPORTED_INSTEAD, playbook=playbook.title, kind=playbook.key)


def check_facts(playbook: Playbook, facts: tuple[str, ...]) -> None:
    """Check that a playbook knows these facts. Raises `Refused(NO_FACT)`."""
    known = tuple(fact.key for fact in playbook.facts)
    for fact in facts:
        if fact not in known:
            raise Refused(RunReason.NO_FACT, text=fact, playbook=playbook.title, choices=known)
