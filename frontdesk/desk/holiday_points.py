"""Keeping the points of a holiday's plan: done once the program sees that they are, open again once not (S2)."""

from datetime import datetime, time, timedelta

from data import agenda, approvals
from data import policy as policies
from data.engine.transaction import Row, Transaction
from data.holidays import plans
from data.matters import dues, matters
from data.messages import messages
from data.runs import runs
from frontdesk.desk.holiday_proofs import of_plan
from frontdesk.desk.opening_steps import open_steps
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.holidays.points import Shown
from frontdesk.domain.matters.due import DueName
from frontdesk.domain.matters.matter import Outcome
from frontdesk.domain.runs.events import RunEvent
from frontdesk.domain.runs.evidence import asked_by
from frontdesk.domain.runs.run import Run, RunOutcome, StepOnRecord, StepState
from frontdesk.domain.values.clock import to_millis

AT = time(6)
"""When holidays are looked at each morning."""


def begin(transaction: Transaction) -> None:
    """Look each morning from now on: the store has a roster or checks that come, or has planned a holiday."""
    connection = transaction.connection
    if not agenda.is_planned(connection, agenda.HOLIDAYS):
        hours = OpeningHours.of(policies.current(connection))
        tomorrow = hours.day_of(transaction.now) + timedelta(days=1)
        agenda.put(connection, agenda.HOLIDAYS, to_millis(datetime.combine(tomorrow, AT, hours.zone)))


def keep_up(transaction: Transaction) -> None:
    """Let every point that the program sees say what is so now, of each plan that is not brought to its end."""
    for plan in plans.unfinished(transaction.connection):
        open_runs = [run for run in runs.of_matter(transaction.connection, plan.id) if run.outcome is None]
        if not open_runs:
            continue
        shown = of_plan(transaction.connection, plan, transaction.now)
        changed = [
            _say(transaction, open_runs[0], each, shown[point])
            for each in open_runs[0].wanted
            if (point := asked_by(each.step).point) is not None
        ]
        if any(changed):
            _settle(transaction, open_steps(transaction, open_runs[0].id))


def _settle(transaction: Transaction, run: Run) -> None:
    """Where the program sees all of it by itself, a plan ends with its last point."""
    if not run.is_over:
        return
    connection = transaction.connection
    runs.end(transaction, run, RunOutcome.DONE)
    owed = any(due.is_running for due in matters.get(connection, run.matter).dues)
    waits = any(each.decided_at is None for each in approvals.of_matter(connection, run.matter))
    if not (owed or waits or messages.is_owed(connection, run.matter)):
        matters.close(transaction, run.matter, Outcome.DONE)


def _say(transaction: Transaction, run: Run, each: StepOnRecord, shown: Shown) -> bool:
    """Let one step say what is so; whoever said in words that it is done is believed."""
    who = transaction.actor.who or run.lead
    if each.is_to_do and shown.is_so:
        row: Row = {"state": StepState.DONE, "who": who, "at": transaction.now, "value": shown.proof, "words": ""}
        runs.change_step(transaction, each, row)
        if each.due is not None:
            dues.meet_one(transaction, each.due, transaction.now)
    elif each.state is StepState.DONE and not each.words and not shown.is_so:
        due_at = run.due_at(each.step, transaction.now)
        owed = (
            None if due_at is None else dues.start(transaction, run.matter, DueName.STEP, due_at, what=each.step.title)
        )
        row = {"state": StepState.OPEN, "who": "", "at": None, "value": "", "words": "", "due_id": owed}
        runs.change_step(transaction, each, row)
    else:
        return False
    if transaction.actor.who:
        runs.enter(transaction, run.id, RunEvent.SEEN, each.id, value="+" if shown.is_so else "-", words=shown.proof)
    return True
