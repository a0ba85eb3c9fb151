"""A measure: what is to change, who sees to it, by when; carried out, then checked by a second person (Z7)."""

from collections.abc import Collection
from enum import StrEnum
from typing import NamedTuple

from frontdesk.domain.matters.matter import Matter
from frontdesk.domain.measures.reasons import MeasureReason
from frontdesk.domain.people.reasons import PeopleReason
from frontdesk.domain.values.clock import DAY, Millis
from frontdesk.domain.values.errors import Refused

LONGEST: Millis = 366 * DAY
"""A measure that is to be done later than in a year was mistyped."""


EARLIEST: Millis = 13 * DAY
"""So soon after it was carried out nothing can be said of its effect: three days to settle, ten to compare."""


class MeasureState(StrEnum):
    """How far a measure has come."""

    PROPOSED = "proposed"
    AGREED = "agreed"
    DONE = "done"
    CHECKED = "checked"
    DROPPED = "dropped"


class MeasureAct(StrEnum):
    """What can be done about a measure."""

    AGREE = "agree"
    DONE = "done"
    CHECK = "check"
    DROP = "drop"


class EffectVerdict(StrEnum):
    """What the second person found."""

    EFFECTIVE = "effective"
    NO_CHANGE_SEEN = "no_change_seen"
    WORSE = "worse"
    CARRIED_OUT = "carried_out"
    """It was carried out; there is nothing to measure it by."""


class Entry(NamedTuple):
    """One line of a measure's history."""

    at: Millis
    who: str
    state: MeasureState
    words: str


class Measure(NamedTuple):
    """One measure, with the matter it is."""

    matter: Matter
    cause: str
    """The cause it works against; empty for none."""
    proposed_by: str
    state: MeasureState
    owner: str = ""
    metric: str = ""
    """What it is measured by; fixed when it is agreed on, before anything is done. Empty: nothing."""
    expected: int | None = None
    """By how many percent the metric is to change; -40: two fifths less."""
    agreed_at: Millis | None = None
    agreed_by: str = ""
    done_at: Millis | None = None
    done_by: str = ""
    checked_at: Millis | None = None
    checked_by: str = ""
    verdict: EffectVerdict | None = None
    entries: tuple[Entry, ...] = ()
    """Oldest first."""

    @property
    def id(self) -> int:
        """The number of the matter."""
        return self.matter.id


AFTER = {
    MeasureAct.AGREE: MeasureState.AGREED,
    MeasureAct.DONE: MeasureState.DONE,
    MeasureAct.CHECK: MeasureState.CHECKED,
    MeasureAct.DROP: MeasureState.DROPPED,
}
"""The state each act leads to."""
_BEFORE = {
    MeasureAct.AGREE: {MeasureState.PROPOSED, MeasureState.CHECKED},
    MeasureAct.DONE: {MeasureState.AGREED},
    MeasureAct.CHECK: {MeasureState.DONE},
    MeasureAct.DROP: {MeasureState.PROPOSED, MeasureState.AGREED, MeasureState.DONE},
}
ENDS = frozenset({EffectVerdict.EFFECTIVE, EffectVerdict.CARRIED_OUT})
"""The verdicts after which nothing more is to be done; after the others it is agreed on again with a new action."""


def possible_acts(measure: Measure) -> tuple[MeasureAct, ...]:
    """Return what can be done with a measure now, by people allowed to do it."""
    if not measure.matter.is_open:
        return ()
    return tuple(act for act in MeasureAct if measure.state in _BEFORE[act])


def check_act(measure: Measure, act: MeasureAct) -> None:
    """Check that a measure has come so far that this can be done. Raises `Refused(MEASURE_STATE)`."""
    if act not in possible_acts(measure):
        last = measure.entries[-1]
        raise Refused(
            MeasureReason.MEASURE_STATE, number=measure.id, state=measure.state, who=last.who, when=last.at, act=act
        )


def check_agreed(
    measure: Measure, *, owner: str, until: Millis, metric: str, expected: int | None,
    metrics: Collection[str], staff: Collection[str], now: Millis,
) -> None:  # fmt: skip
    """Check what is fixed when a measure is agreed on: who, by when, what it is measured by and what is expected.

    Raises `Refused`: MEASURE_STATE, NO_OWNER, UNKNOWN_PERSON, UNTIL_PAST, NO_METRIC, BAD_EXPECTED.
    """
    check_act(measure, MeasureAct.AGREE)
    if not owner:
        raise Refused(MeasureReason.NO_OWNER, number=measure.id)
    if owner not in staff:
        raise Refused(PeopleReason.UNKNOWN_PERSON, name=owner)
    if not now < until <= now + LONGEST:
        raise Refused(MeasureReason.UNTIL_PAST, number=measure.id, at=until)
    if metric and metric not in metrics:
        raise Refused(MeasureReason.NO_METRIC, text=metric, choices=tuple(metrics))
    if (expected is None) != (not metric) or (expected is not None and (not -100 <= expected <= 1000 or not expected)):
        raise Refused(MeasureReason.BAD_EXPECTED, number=measure.id)


def check_done(measure: Measure, evidence: str) -> None:
    """Check that a measure can be called carried out: it is said what was done. Raises `Refused`."""
    check_act(measure, MeasureAct.DONE)
    if not evidence:
        raise Refused(MeasureReason.NO_EVIDENCE, number=measure.id)


def check_verdict(
    measure: Measure, verdict: EffectVerdict, words: str, *, who: str, staff: Collection[str], now: Millis
) -> None:
    """Check that a second person says what came of it: neither who did it nor who proposed it, and in a sentence.

    Raises `Refused`: MEASURE_STATE, UNKNOWN_PERSON, OWN_MEASURE, NOTHING_MEASURED, TOO_EARLY, CHECK_WORDS.
    """
    check_act(measure, MeasureAct.CHECK)
    if who not in staff:
        raise Refused(PeopleReason.UNKNOWN_PERSON, name=who)
    if who in {measure.done_by, measure.proposed_by, measure.owner}:
        raise Refused(MeasureReason.OWN_MEASURE, number=measure.id, who=who)
    if not measure.metric and verdict is not EffectVerdict.CARRIED_OUT:
        raise Refused(MeasureReason.NOTHING_MEASURED, number=measure.id)
    to_go = -(-((measure.done_at or 0) + EARLIEST - now) // DAY)
    if verdict is not EffectVerdict.CARRIED_OUT and to_go > 0:
        raise Refused(MeasureReason.TOO_EARLY, number=measure.id, days=to_go)
    if not words:
        raise Refused(MeasureReason.CHECK_WORDS, number=measure.id)


def check_dropped(measure: Measure, why: str) -> None:
    """Check that a measure may be dropped: it is said why. Raises `Refused`: MEASURE_STATE, DROPPED_WHY."""
    check_act(measure, MeasureAct.DROP)
    if not why:
        raise Refused(MeasureReason.DROPPED_WHY, number=measure.id)
