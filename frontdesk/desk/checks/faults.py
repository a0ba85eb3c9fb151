"""What follows from the faults a check found: a measure against each, proposed once and taken back with it (S3)."""

from data import measures
from data.checks import rounds
from data.engine.transaction import Transaction
from data.matters import matters
from frontdesk.domain.checks.check import Round
from frontdesk.domain.matters.matter import MatterKind, Outcome
from frontdesk.domain.measures.measure import MeasureState
from frontdesk.domain.runs.run import Run, StepOnRecord, StepState
from frontdesk.domain.values.text import clean_line

_TITLE = 200


def settle(transaction: Transaction, found: Round, run: Run, said: str) -> None:
    """Let there be a measure against each fault of a run, and none against what is in order after all.

    A fault that has one from an earlier round keeps that. `said`: what the check is called, in the measure's title.
    """
    against = rounds.measures_of(transaction.connection, found.id)
    failed = {each.step.key: each for each in run.wanted if each.state is StepState.FAILED}
    for key, each in failed.items():
        if key not in against:
            measure = rounds.open_measure(transaction.connection, found, key)
            if measure is None:
                measure = _propose(transaction, found, each, said)
            rounds.add_fault(transaction, found.id, key, measure)
    for key, number in against.items():
        if key not in failed:
            rounds.drop_fault(transaction, found.id, key)
            _take_back(transaction, found, number)


def _propose(transaction: Transaction, found: Round, each: StepOnRecord, said: str) -> int:
    what = " ".join(filter(None, (found.thing or said, each.step.title, each.value, each.words)))
    number = matters.open_one(transaction, MatterKind.MEASURE, clean_line(what, _TITLE), found.matter)
    measures.propose(transaction, number, "", each.words)
    return number


def _take_back(transaction: Transaction, found: Round, number: int) -> None:
    """Drop a measure that this round proposed, as long as nobody has agreed on it."""
    measure = measures.get(transaction.connection, number)
    if measure.matter.part_of == found.matter and measure.state is MeasureState.PROPOSED and measure.matter.is_open:
        measures.change(transaction, measure, MeasureState.DROPPED, {}, "")
        matters.close(transaction, number, Outcome.DROPPED)
