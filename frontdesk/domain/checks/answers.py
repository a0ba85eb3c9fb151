"""What an item of a check comes to, and whether all of them were really looked at (S3)."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from frontdesk.domain.checks.reasons import CheckReason
from frontdesk.domain.runs import evidence
from frontdesk.domain.runs.evidence import EvidenceKind, Known, asked_by
from frontdesk.domain.runs.playbook import EACH_AREA, Step
from frontdesk.domain.runs.reasons import RunReason
from frontdesk.domain.runs.run import Run, StepOnRecord, StepState
from frontdesk.domain.values.clock import SECOND, Millis
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.text import clean_code

IN_ORDER, FAULT = "1", "2"
"""The keys of an item that is in order or not."""
FASTEST_ITEM: Millis = 2 * SECOND
SAME_AGAIN = 5
"""So often the same figures running are marked."""
ANSWERED = frozenset({StepState.DONE, StepState.FAILED, StepState.SKIPPED})


class Answer(NamedTuple):
    """What an item comes to."""

    state: StepState
    value: str
    words: str


def judged(step: Step, typed: str, words: str, known: Known, *, is_fault: bool = False) -> Answer:
    """Return what an item comes to; a number out of its range is a fault without being asked.

    Raises `Refused`: ITEM_SAYS, and as `evidence.given`, where what was typed is no answer to what the item asks for.
    """
    kind, plain = asked_by(step).kind, clean_code(typed)
    if is_yes_or_no(step) and not is_fault:
        if plain not in {IN_ORDER, FAULT}:
            raise Refused(CheckReason.ITEM_SAYS, step=step.title, words=typed)
        is_fault, typed = plain == FAULT, ""
    if is_fault and (kind is not EvidenceKind.NUMBER or not typed):
        return Answer(StepState.FAILED, "", words or typed)
    try:
        value = evidence.given(step, typed, words, known)
    except Refused as refusal:
        if refusal.reason is not RunReason.OUT_OF_RANGE:
            raise
        return Answer(StepState.FAILED, str(refusal.facts["value"]), words)
    return Answer(StepState.FAILED if is_fault else StepState.DONE, value, words)


def hazard_at(step: Step) -> str:
    """Return in which area an item that is not in order is a hazard; empty where it is none (I15)."""
    return step.key.partition(".")[2] if step.safety and step.each == EACH_AREA else ""


def is_yes_or_no(step: Step) -> bool:
    """Whether an item is in order or not, and nothing else is asked for."""
    return asked_by(step).kind in {EvidenceKind.CHECK, EvidenceKind.NONE}


def left_open(run: Run) -> tuple[StepOnRecord, ...]:
    """Return the items that nobody has answered yet."""
    return tuple(each for each in run.wanted if each.state not in ANSWERED)


def is_too_fast(run: Run) -> bool:
    """Whether the items were answered faster than anybody looks: the first tells nothing, nor do those not asked."""
    at = sorted(each.at for each in run.wanted if each.at is not None and each.state is not StepState.SKIPPED)
    return len(at) > 1 and at[-1] - at[0] < FASTEST_ITEM * (len(at) - 1)


def figures(run: Run) -> Mapping[str, str]:
    """Return the numbers that were given, by item."""
    return {
        each.step.key: each.value
        for each in run.steps
        if asked_by(each.step).kind is EvidenceKind.NUMBER and each.value
    }


def is_same_again(run: Run, before: Sequence[Run]) -> bool:
    """Whether a run has the same figures as each of the last ones before it."""
    now, last = figures(run), before[: SAME_AGAIN - 1]
    return bool(now) and len(last) == SAME_AGAIN - 1 and all(figures(each) == now for each in last)
