"""Measures: proposed, agreed on with what is expected, carried out, checked by a second person, or dropped (Z7)."""

from zoneinfo import ZoneInfo

from data import measures, policy
from data.engine.transaction import Row, Transaction
from data.matters import dues, matters
from data.review import reviews
from frontdesk.desk.desk import Desk
from frontdesk.desk.matters import close_if_done
from frontdesk.desk.people.duty import check_at_desk, check_manages, roster_of
from frontdesk.desk.review.effects import effect
from frontdesk.desk.review.reviews import back_to_draft
from frontdesk.domain.journal.result import Result
from frontdesk.domain.matters.due import DueName
from frontdesk.domain.matters.matter import MatterKind, Outcome, check_close
from frontdesk.domain.measures.events import MeasureEvent
from frontdesk.domain.measures.measure import (
    AFTER,
    ENDS,
    EffectVerdict,
    Measure,
    MeasureAct,
    MeasureState,
    check_agreed,
    check_done,
    check_dropped,
    check_verdict,
)
from frontdesk.domain.measures.reasons import MeasureReason
from frontdesk.domain.people.staff import NAME_LIMIT
from frontdesk.domain.review.doubts import OtherMeasure
from frontdesk.domain.review.effect import Effect
from frontdesk.domain.review.metrics import Metric
from frontdesk.domain.review.review import check_draft
from frontdesk.domain.review.windows import Windows
from frontdesk.domain.values.clock import DAY, Millis, to_datetime
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.text import whole_line, whole_words

DAYS_WITHOUT_METRIC = 3
"""How many days after it was carried out a measure is looked at that nothing is measured by."""


def open_ones(desk: Desk) -> tuple[Measure, ...]:
    """Return the measures that are neither checked to an end nor dropped, in the order they were proposed."""
    return desk.read(measures.open_ones)


def every(desk: Desk) -> tuple[Measure, ...]:
    """Return every measure on record, oldest first."""
    return desk.read(measures.every)


def shown(desk: Desk, number: int) -> Measure:
    """Return one measure. Raises `Refused(NO_MEASURE)`."""
    return desk.read(lambda connection: measures.get(connection, number))


def effect_of(desk: Desk, number: int) -> Effect:
    """Return what a measure did, as `effect`. Raises `Refused`: NO_MEASURE, NOTHING_MEASURED, NOT_DONE."""
    measure = shown(desk, number)
    if not measure.metric:
        raise Refused(MeasureReason.NOTHING_MEASURED, number=number)
    if measure.agreed_at is None or measure.done_at is None:
        raise Refused(MeasureReason.NOT_DONE, number=number)
    zone = ZoneInfo(desk.read(policy.current).time_zone)
    others = (
        OtherMeasure(each.id, to_datetime(each.done_at, zone).date())
        for each in every(desk)
        if each.id != number and each.done_at is not None
    )
    agreed, done_on = (to_datetime(at, zone).date() for at in (measure.agreed_at, measure.done_at))
    return effect(desk, Metric(measure.metric), Windows.of(agreed, done_on), others)


def propose(
    desk: Desk, what: str, *, cause: str = "", part_of: int | None = None, words: str = "", operation: str | None = None
) -> Result:
    """Propose what is to change; `part_of` is the review, incident or hazard it came from.

    Raises `Refused`: MEASURE_WHAT, NO_MATTER, MATTER_CLOSED, NO_REVIEW, REVIEW_STATE.
    """
    title, said = whole_line(what), whole_words(words)

    def body(transaction: Transaction) -> Result:
        if not title:
            raise Refused(MeasureReason.MEASURE_WHAT)
        check_at_desk(transaction)
        if part_of is not None:
            _check_source(transaction, part_of)
        number = matters.open_one(transaction, MatterKind.MEASURE, title, part_of)
        measures.propose(transaction, number, cause, said)
        return Result(MeasureEvent.PROPOSE, number=number, facts={"what": title})

    return desk.do(body, operation)


def agree(
    desk: Desk, number: int, owner: str, until: Millis, *,
    metric: str = "", expected: int | None = None, words: str = "", operation: str | None = None,
) -> Result:  # fmt: skip
    """Agree on a measure: who sees to it until when, and by how many percent its metric is to change.

    All of it is fixed before anything is done. One that was not effective is agreed on again, with what is done now
    in `words`. Raises `Refused`, as `check_agreed` says.
    """
    name, said = whole_line(owner, NAME_LIMIT), whole_words(words)

    def body(transaction: Transaction) -> Result:
        measure = measures.get(transaction.connection, number)
        check_manages(transaction)
        check_agreed(
            measure, owner=name, until=until, metric=metric, expected=expected,
            metrics=tuple(Metric), staff=_staff(transaction), now=transaction.now,
        )  # fmt: skip
        again = measure.state is MeasureState.CHECKED
        if again and not said:
            raise Refused(MeasureReason.MEASURE_WHAT)
        dues.start(transaction, number, DueName.MEASURE_DONE, until, name)
        values: Row = {"owner": name, "metric": metric, "expected": expected, "agreed_at": transaction.now}
        values |= {"agreed_by": transaction.actor.who, "done_at": None, "done_by": "", "checked_at": None}
        _change(transaction, measure, MeasureAct.AGREE, {**values, "checked_by": "", "verdict": None}, said)
        return Result(MeasureEvent.AGREE, number=number, facts={"owner": name})

    return desk.do(body, operation)


def done(desk: Desk, number: int, evidence: str, operation: str | None = None) -> Result:
    """Put on record that a measure was carried out, and what shows it. Raises `Refused`: MEASURE_STATE, NO_EVIDENCE."""
    said = whole_words(evidence)

    def body(transaction: Transaction) -> Result:
        measure = measures.get(transaction.connection, number)
        check_at_desk(transaction)
        check_done(measure, said)
        days = policy.current(transaction.connection).measure_check_days if measure.metric else DAYS_WITHOUT_METRIC
        dues.meet(transaction, number, DueName.MEASURE_DONE)
        dues.start(transaction, number, DueName.MEASURE_CHECK, transaction.now + days * DAY)
        values: Row = {"done_at": transaction.now, "done_by": transaction.actor.who}
        _change(transaction, measure, MeasureAct.DONE, values, said)
        return Result(MeasureEvent.DONE, number=number, facts={"owner": measure.owner})

    return desk.do(body, operation)


def check(desk: Desk, number: int, verdict: EffectVerdict, words: str, operation: str | None = None) -> Result:
    """Say as the second person what came of a measure; one that did no good stays open, to be agreed on again.

    Raises `Refused`, as `check_verdict` says.
    """
    said = whole_words(words)

    def body(transaction: Transaction) -> Result:
        measure = measures.get(transaction.connection, number)
        who = transaction.actor.who
        check_at_desk(transaction)
        check_verdict(measure, verdict, said, who=who, staff=_staff(transaction), now=transaction.now)
        dues.meet(transaction, number, DueName.MEASURE_CHECK)
        values: Row = {"checked_at": transaction.now, "checked_by": who, "verdict": verdict}
        _change(transaction, measure, MeasureAct.CHECK, values, said)
        if verdict in ENDS:
            _close(transaction, measure, Outcome.DONE)
        return Result(MeasureEvent.CHECK, number=number, facts={"verdict": verdict})

    return desk.do(body, operation)


def drop(desk: Desk, number: int, why: str, operation: str | None = None) -> Result:
    """Drop a measure, and say why. Raises `Refused`: NOT_YOUR_POST, and as `check_dropped` says."""
    said = whole_words(why)

    def body(transaction: Transaction) -> Result:
        measure = measures.get(transaction.connection, number)
        check_manages(transaction)
        check_dropped(measure, said)
        _change(transaction, measure, MeasureAct.DROP, {}, said)
        _close(transaction, measure, Outcome.DROPPED)
        return Result(MeasureEvent.DROP, number=number)

    return desk.do(body, operation)


def _check_source(transaction: Transaction, number: int) -> None:
    """Check that a measure may come from a matter: an incident that is not closed, or a review, a draft again then."""
    source = matters.get(transaction.connection, number)
    if source.kind is MatterKind.INCIDENT:
        check_close(source, (), "")
        return
    review = reviews.get(transaction.connection, number)
    check_draft(review)
    back_to_draft(transaction, review)


def _change(transaction: Transaction, measure: Measure, act: MeasureAct, values: Row, words: str) -> None:
    measures.change(transaction, measure, AFTER[act], values, words)


def _close(transaction: Transaction, measure: Measure, outcome: Outcome) -> None:
    """Close a measure, and what it came from where nothing else stands in its way."""
    matters.close(transaction, measure.id, outcome)
    if measure.matter.part_of is not None:
        close_if_done(transaction, measure.matter.part_of)


def _staff(transaction: Transaction) -> frozenset[str]:
    return frozenset(person.name for person in roster_of(transaction).staff)
