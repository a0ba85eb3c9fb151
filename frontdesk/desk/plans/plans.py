"""Plans: written in versions, submitted, approved, put in force, and read by everybody (G1, G4)."""

from typing import NamedTuple

from data import policy
from data.engine.connection import Connection
from data.engine.transaction import Transaction
from data.matters import dues
from data.plans import emergencies
from data.plans import plans as on_record
from frontdesk.desk.desk import Desk
from frontdesk.desk.matters import ask_for_signatures, owe_in_working_days, take_back
from frontdesk.desk.people.duty import check_manages, roster_of
from frontdesk.domain.approvals.approval import ApprovalState, Text, What
from frontdesk.domain.journal.result import Result
from frontdesk.domain.matters.due import DueName
from frontdesk.domain.plans.checks import check_read, check_submit, check_title, check_written
from frontdesk.domain.plans.events import PlanEvent
from frontdesk.domain.plans.numbers import Emergency, changed_of_plan, followed
from frontdesk.domain.plans.plan import (
    PUBLISH_DAYS,
    TEXT_LIMIT,
    PlanOnRecord,
    Version,
    VersionState,
    Written,
    read_key,
    version_name,
)
from frontdesk.domain.plans.reasons import PlanReason
from frontdesk.domain.plans.roles import roles_for
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.text import whole_line, whole_words


class Draft(NamedTuple):
    """What somebody types for a version; what is left out stays as it was."""

    title: str = ""
    text: str = ""
    before: str = ""
    after: str = ""
    why: str = ""
    policy: Policy | None = None


def listed(desk: Desk) -> tuple[PlanOnRecord, ...]:
    """Return every plan, in the order they were begun."""
    return desk.read(on_record.every)


def shown(desk: Desk, key: str) -> PlanOnRecord:
    """Return a plan. Raises `Refused`: NO_PLAN, BAD_PLAN_KEY."""
    name = read_key(key)
    return desk.read(lambda connection: on_record.get(connection, name))


def of_version(desk: Desk, number: int) -> PlanOnRecord:
    """Return the plan of a version. Raises `Refused(NO_PLAN)`."""
    return desk.read(lambda connection: on_record.of_version(connection, number))


def emergency_changes(desk: Desk) -> tuple[Emergency, ...]:
    """Return the numbers that were ever changed at once, oldest first."""
    return desk.read(emergencies.every)


def base(desk: Desk) -> Policy:
    """Return the numbers that a new version starts from: the approved ones, or else those in force."""

    def read(connection: Connection) -> Policy:
        governing = on_record.governing(connection)
        return governing[1] if governing else policy.current(connection)

    return desk.read(read)


def write(desk: Desk, key: str, given: Draft, operation: str | None = None) -> Result:
    """Write a new version of a plan, or one anew that is not in force yet; whoever signed that has to sign again.

    Raises `Refused`: BAD_PLAN_KEY, PLAN_TITLE, PLAN_WORDS, NUMBERS_ELSEWHERE, UNKNOWN_PERSON, TEXT_TOO_LONG.
    """
    name = read_key(key)
    typed = _typed(given)

    def body(transaction: Transaction) -> Result:
        number, version = _write(transaction, name, typed, given)
        return Result(PlanEvent.WRITE, number=number, facts={"plan": name, "version": version})

    return desk.do(body, operation)


def draft(transaction: Transaction, key: str, given: Draft) -> int:
    """Write a new version of a plan that is there, in a transaction under way; return its number. Raises as `write`."""
    name = read_key(key)
    on_record.get(transaction.connection, name)
    return _write(transaction, name, _typed(given), given)[0]


def _typed(given: Draft) -> Written:
    return Written(whole_words(given.text, TEXT_LIMIT), *map(whole_line, (given.before, given.after, given.why)))


def _write(transaction: Transaction, name: str, typed: Written, given: Draft) -> tuple[int, str]:
    """Write a version; return its number and what it is called."""
    connection, title = transaction.connection, whole_line(given.title)
    check_manages(transaction)
    plan = on_record.get(connection, name) if on_record.has(connection, name) else None
    check_title(plan, name, title)
    said = _filled_in(plan, typed)
    check_written(said, name)
    numbers = _numbers(connection, name, plan, given.policy)
    if plan is not None and plan.pending is not None:
        take_back(transaction, plan.pending.id, also_signed=True)
        dues.lift(transaction, plan.pending.id)
        on_record.write_anew(transaction, plan.pending, said, numbers)
        on_record.call(transaction, plan.pending, title or plan.plan.title)
        return plan.pending.id, plan.pending.version
    version = version_name(len(plan.versions) if plan else 0)
    begun = plan.plan if plan else on_record.begin(transaction, name, title)
    return on_record.add(transaction, begun, version, said, numbers), version


def submit(desk: Desk, key: str, operation: str | None = None) -> Result:
    """Submit the version on its way; what was asked for before lapses.

    Raises `Refused`: NO_PLAN, PLAN_STATE, NUMBERS_MOVED, UNKNOWN_PERSON, THREE_PEOPLE.
    """
    name = read_key(key)

    def body(transaction: Transaction) -> Result:
        check_manages(transaction)
        version = on_record.get(transaction.connection, name).newest
        check_submit(version)
        check_numbers(transaction.connection, version)
        roles = roles_for(version.author, roster_of(transaction).staff)
        if version.kept is not VersionState.SUBMITTED:
            on_record.set_state(transaction, version, VersionState.SUBMITTED)
        ask_for_signatures(transaction, version.id, What.PLAN, version.signed_text, roles)
        return result_of(PlanEvent.SUBMIT, version)

    return desk.do(body, operation)


def read(desk: Desk, key: str, operation: str | None = None) -> Result:
    """Say that one has read the version in force; what everybody has read is owed no more.

    Raises `Refused`: NO_PLAN, NOT_IN_FORCE, UNKNOWN_PERSON, READ_ALREADY.
    """
    name = read_key(key)

    def body(transaction: Transaction) -> Result:
        plan = on_record.get(transaction.connection, name)
        version = check_read(plan, transaction.actor.who, roster_of(transaction).staff)
        on_record.read(transaction, version)
        if plan.unread == (transaction.actor.who,):
            dues.meet(transaction, version.id, DueName.PLAN_READ)
        return result_of(PlanEvent.READ, version)

    return desk.do(body, operation)


def text(transaction: Transaction, number: int) -> Text:
    """Return what is signed of a version, as it stands now."""
    return _version(transaction, number).signed_text


def decided(transaction: Transaction, number: int, state: ApprovalState) -> None:
    """Put on record what became of a version: approved, it is to be put in force; rejected, it is a draft again.

    What is in force and was not approved after all, as somebody says who is on record by phone, is looked through now.
    """
    version = _version(transaction, number)
    if state is ApprovalState.APPROVED:
        on_record.set_state(transaction, version, VersionState.APPROVED)
        owe_in_working_days(transaction, number, DueName.PLAN_PUBLISH, PUBLISH_DAYS)
    elif version.kept is VersionState.IN_FORCE:
        dues.lift(transaction, number, DueName.PLAN_REVIEW)
        owe_in_working_days(transaction, number, DueName.PLAN_REVIEW, 1)
    elif version.in_force_at is None:
        dues.lift(transaction, number, DueName.PLAN_PUBLISH)
        on_record.set_state(transaction, version, VersionState.DRAFT)


def numbers_now(connection: Connection, version: Version) -> Policy | None:
    """Return the numbers of a version on its way, with what has changed at the store since; None where it has none."""
    numbers = on_record.numbers_of(connection, version.id)
    if numbers is None or on_record.governing(connection) is not None:
        return numbers
    return followed(numbers, policy.in_force_at(connection, version.made_at), policy.current(connection))


def check_numbers(connection: Connection, version: Version) -> None:
    """Check that no number has changed at the store since a version was written. Raises `Refused(NUMBERS_MOVED)`."""
    written, now = on_record.numbers_of(connection, version.id), numbers_now(connection, version)
    if written is not None and now is not None and (moved := changed_of_plan(written, now)):
        raise Refused(PlanReason.NUMBERS_MOVED, plan=version.plan.key, version=version.version, keys=moved)


def _version(transaction: Transaction, number: int) -> Version:
    plan = on_record.of_version(transaction.connection, number)
    return next(each for each in plan.versions if each.id == number)


def _filled_in(plan: PlanOnRecord | None, typed: Written) -> Written:
    """Return what was typed; the text stays where none was, and a version written anew keeps what is left out."""
    if plan is None:
        return typed
    was = plan.in_force.said.after if plan.in_force else ""
    stays = plan.pending.said if plan.pending else Written(plan.newest.said.text, was, "", "")
    return Written(*(new or old for new, old in zip(typed, stays, strict=True)))


def _numbers(connection: Connection, key: str, plan: PlanOnRecord | None, given: Policy | None) -> Policy | None:
    """Return the numbers of a new version: those given, or else those the plan brings already."""
    if given is not None:
        brings = on_record.with_numbers(connection)
        if brings not in (None, key):
            raise Refused(PlanReason.NUMBERS_ELSEWHERE, plan=key, other_plan=brings)
        return given
    if plan is None:
        return None
    if plan.pending is not None:
        return numbers_now(connection, plan.pending)
    governing = on_record.governing(connection)
    return governing[1] if governing and governing[0] == key else None


def result_of(event: PlanEvent, version: Version) -> Result:
    """Return what was done about a version."""
    return Result(event, number=version.id, facts={"plan": version.plan.key, "version": version.version})
