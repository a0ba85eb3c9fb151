"""What follows from the faults a check found: a measure against each, or a hazard; once, taken back with it (S3)."""

from data import measures
from data.checks import rounds
from data.engine.transaction import Transaction
from data.matters import matters
from data.register import areas, things
from data.runs import runs
from frontdesk.desk import hazard_reports
from frontdesk.desk.register import fitness
from frontdesk.domain.checks.answers import hazard_at
from frontdesk.domain.checks.check import Round
from frontdesk.domain.matters.matter import MatterKind, Outcome
from frontdesk.domain.measures.measure import MeasureState
from frontdesk.domain.register.things import WORDS_LIMIT, Thing
from frontdesk.domain.runs.run import Run, StepOnRecord, StepState
from frontdesk.domain.values.text import LINE_LIMIT, clean_line
from frontdesk.files.playbook_file import languages

_LANGUAGE = languages()[-1]
"""That of a run whose beginner's is not known."""


def settle(transaction: Transaction, found: Round, run: Run, each: StepOnRecord, *, language: str) -> None:
    """Let there be a measure against an item that is not in order, and none against one that is after all.

    What is a danger in an area is reported as a hazard there instead (I15). A fault that has one from an earlier
    round keeps that. `each`: the item as it is answered now.
    """
    is_fault = each.state is StepState.FAILED
    if is_fault and each.measure is None:
        measure = rounds.open_measure(transaction.connection, found, each.step.key)
        if measure is None:
            if hazard_at(each.step):
                measure = _report(transaction, found, each, language)
            else:
                measure = _propose(transaction, found, run, each)
        runs.change_step(transaction, each, {"measure_id": measure})
    elif not is_fault and each.measure is not None:
        runs.change_step(transaction, each, {"measure_id": None})
        _take_back(transaction, found, each.measure)


def settle_thing(transaction: Transaction, found: Round, run: Run) -> None:
    """While an item that matters for safety is not in order, the thing may not be used."""
    thing = _thing(transaction, found)
    if thing is None:
        return
    unsafe = clean_line(_unsafe(run), WORDS_LIMIT)
    if unsafe and thing.fault is None:
        fitness.set_faulty_in(transaction, thing.id, unsafe, found.matter)
    elif thing.fault is not None and thing.fault.matter == found.matter:
        if not unsafe:
            fitness.set_ready_in(transaction, thing.id)
        elif unsafe != thing.fault.words:
            fitness.set_fault_anew_in(transaction, thing.id, unsafe)


def note_checked(transaction: Transaction, found: Round, run: Run) -> None:
    """A check that is done and found nothing unsafe clears what an earlier one had found; other faults stay."""
    thing = _thing(transaction, found)
    if thing is None or _unsafe(run):
        return
    of_check = thing.fault is not None and thing.fault.matter is not None
    if of_check and thing.fault and rounds.of_matter(transaction.connection, thing.fault.matter or 0):
        fitness.set_ready_in(transaction, thing.id)
    else:
        fitness.note_checked_in(transaction, thing.id)


def _thing(transaction: Transaction, found: Round) -> Thing | None:
    """Return the thing of a round that is not retired; None where there is none."""
    thing = None if found.thing_id is None else things.get(transaction.connection, found.thing_id)
    return None if thing is None or thing.retired_at is not None else thing


def _unsafe(run: Run) -> str:
    """Return what is not in order of what matters for safety; empty where all of it is."""
    failed = (each for each in run.wanted if each.step.safety and each.state is StepState.FAILED)
    return " · ".join(" ".join(filter(None, (each.step.title, each.value, each.words))) for each in failed)


def _propose(transaction: Transaction, found: Round, run: Run, each: StepOnRecord) -> int:
    said = (found.thing or run.playbook.title, each.step.title, each.value, each.words)
    what = clean_line(" ".join(filter(None, said)), LINE_LIMIT)
    number = matters.open_one(transaction, MatterKind.MEASURE, what, found.matter)
    measures.propose(transaction, number, "", each.words)
    return number


def _report(transaction: Transaction, found: Round, each: StepOnRecord, language: str) -> int:
    area = areas.get(transaction.connection, hazard_at(each.step))
    words = clean_line(each.words)
    return hazard_reports.report_hazard(transaction, area, words, found.matter, language or _LANGUAGE)


def _take_back(transaction: Transaction, found: Round, number: int) -> None:
    """Drop what this round proposed or reported, as long as nobody has agreed on it or seen to it."""
    matter = matters.get(transaction.connection, number)
    if matter.kind is MatterKind.INCIDENT:
        if matter.part_of == found.matter:
            hazard_reports.drop(transaction, number)
        return
    measure = measures.get(transaction.connection, number)
    if measure.matter.part_of == found.matter and measure.state is MeasureState.PROPOSED and measure.matter.is_open:
        measures.change(transaction, measure, MeasureState.DROPPED, {}, "")
        matters.close(transaction, number, Outcome.DROPPED)
