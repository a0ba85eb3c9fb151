"""Taking a case one step further, up to the customer's confirmation (C2–C9, C12, Q1–Q6)."""

from data.cases import asks, cases, clocks
from data.engine.transaction import Transaction
from frontdesk.desk.case_clocks import hurry, meet, pause, reckon_anew, resume, start
from frontdesk.desk.cases.step_writes import DEEDS
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import crossings
from frontdesk.desk.meetings import group
from frontdesk.desk.people.duty import roster_of
from frontdesk.domain.cases.asks import Asked
from frontdesk.domain.cases.case import Case
from frontdesk.domain.cases.clock_effects import Effects
from frontdesk.domain.cases.clocks import ClockName
from frontdesk.domain.cases.decision import decide
from frontdesk.domain.cases.events import CaseEvent
from frontdesk.domain.cases.reasons import CaseReason
from frontdesk.domain.cases.step_inputs import NOTHING, Given
from frontdesk.domain.cases.steps import CaseStep
from frontdesk.domain.journal.result import Result
from frontdesk.domain.people.reasons import PeopleReason
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.text import whole_words


def take(
    desk: Desk, number: int, step: CaseStep, note: str = "", operation: str | None = None, *, given: Given = NOTHING
) -> Result:
    """Take a case one step further. `note`: what was answered or done, whom it goes to, or why it is reopened.

    Raises `Refused` if the step cannot be taken now, by this person, or with the given inputs.
    """
    words, given = whole_words(note), given.cleaned()

    def body(transaction: Transaction) -> Result:
        case, now = cases.get(transaction.connection, number), transaction.now
        rank = roster_of(transaction).rank(transaction.actor.who, now)
        try:
            decision = decide(case, step, words, given, rank=rank, now=now)
        except Refused as refused:
            raise _with_who_was_first(transaction, refused, number, step) from refused
        # First of all: the closing report is drafted from these words too.
        form, satisfaction = decision.form, decision.satisfaction
        cases.add_note(transaction, number, step, words, form=form, satisfaction=satisfaction)
        written = DEEDS[step](transaction, case, words, given) if step in DEEDS else {}
        _turn_clocks(transaction, case, decision.clocks, words, given)
        cases.change(transaction, case, {"stage": decision.stage, **decision.changes, **written})
        if step is CaseStep.JUDGE and given.severity is not None:
            group.judged(transaction, number, given.severity)
        clocks.note_next_due(transaction, number)
        crossings.note_ends(transaction, now)
        return Result(CaseEvent(step), case.plate, number=number)

    return desk.do(body, operation)


def _with_who_was_first(transaction: Transaction, refused: Refused, number: int, step: CaseStep) -> Refused:
    """Return a refusal with who took the step before, and when: it may be refused because it is done already."""
    before = [note for note in cases.notes(transaction.connection, number) if note.step == step]
    if refused.reason is not CaseReason.WRONG_STATE or not before:
        return refused
    return Refused(refused.reason, **refused.facts, who=before[-1].who, at=before[-1].at, now=transaction.now)


def _turn_clocks(transaction: Transaction, case: Case, effect: Effects, words: str, given: Given) -> None:
    if effect.pause and given.at is not None:
        if not transaction.actor.who:
            raise Refused(PeopleReason.NO_OPERATOR)
        for clock in effect.pause:
            pause(transaction, clock, given.at, words)
    for clock in effect.resume:
        resume(transaction, clock)
    for clock in effect.meet:
        meet(transaction, clock)
    for clock in effect.lift:
        clocks.lift(transaction, clock, transaction.now)
    for clock in effect.withdraw:
        clocks.withdraw(transaction, clock, transaction.now)
    for clock in effect.revive:
        clocks.revive(transaction, clock)
    for name in effect.start:
        agreed_at, what = _agreed(transaction, case, name, words, given)
        start(transaction, case.id, name, transaction.now, agreed_at=agreed_at, what=what)
    for clock in effect.hurry:
        hurry(transaction, clock)
    # What came to life again is due by the calendar in force.
    if effect.revive:
        reckon_anew(transaction, (case.id,))


def _agreed(
    transaction: Transaction, case: Case, name: ClockName, words: str, given: Given
) -> tuple[Millis | None, str]:
    """Return when something was agreed on for a clock that starts, and what the clock is about."""
    match name:
        case ClockName.PROMISED:
            return given.at, words
        case ClockName.LEGAL:
            return given.at, asks.reference(transaction.connection, case.id)
        case ClockName.MATERIAL if Asked.ONSITE in case.asked:
            return transaction.now, ""
        case _:
            return None, ""
