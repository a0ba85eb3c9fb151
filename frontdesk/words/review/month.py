"""A month under review in words: its figures, its causes, what of the month before has changed (Z7)."""

from collections.abc import Mapping
from datetime import tzinfo

from frontdesk.domain.cases.case import Case
from frontdesk.domain.figures.period import Figures
from frontdesk.domain.picture import outgoing
from frontdesk.domain.review.causes import Cause
from frontdesk.domain.review.pareto import CauseLine, Pareto
from frontdesk.domain.review.week import Fullest
from frontdesk.domain.review.what_if import Trial, Tried
from frontdesk.domain.values.plates import show_plate
from frontdesk.domain.values.text import clean_line
from frontdesk.words.i18n import N_, _
from frontdesk.words.lookup import word
from frontdesk.words.phrases import case_number, labelled
from frontdesk.words.times import days_of_the_week, duration, long_time, rough_duration

_FIGURES = {
    "arrivals": N_("visits"),
    "over_counts": N_("over-counts"),
    "over_count_length": N_("time above the limit"),
    "over_stays": N_("over-stays"),
    "over_stay_length": N_("time stood too long"),
    "late": N_("late receptions"),
    "zone_time_p90": N_("nine of ten in the zone at most"),
}
_LENGTHS = frozenset({"over_count_length", "over_stay_length", "zone_time_p90"})


def cause_word(cause: str | None) -> str:
    """Return what a cause is called; one that the store has added is its own word."""
    if cause is None:
        return _("no cause said yet")
    return word(Cause(cause)) if cause in set(Cause) else cause


def figures_line(figures: Figures) -> str:
    """Return what a month came to."""
    rate = f" {100 * figures.over_stays / figures.arrivals:.1f}/100" if figures.arrivals else ""
    p90 = figures.zone_time.p90
    parts = (
        f"{_('visits')} {figures.arrivals}",
        f"{_('over-counts')} {figures.over_counts} ({duration(figures.over_count_length)})",
        f"{_('over-stays')} {figures.over_stays}{rate}",
        f"{_('late receptions')} {figures.reception_known - figures.in_time}",
        "" if p90 is None else f"P90 {duration(p90)}",
    )
    return " · ".join(filter(None, parts))


def pareto_lines(pareto: Pareto) -> list[str]:
    """Return a line for each cause, the commonest first, with what they add up to."""
    lines = [_cause_line(line) for line in pareto.lines]
    if pareto.asks_for_a_word:
        lines.append(_("More than a fifth is “other”: put a word of the store's own on the list of causes."))
    return lines


def fullest_line(fullest: Fullest | None) -> str:
    """Return the hours of the week in which the most began; "" where nothing did."""
    if fullest is None:
        return ""
    hours = f"{fullest.first}:00–{fullest.until}:00"
    day = days_of_the_week()[fullest.weekday]
    text = _("most often {day} {hours}: {count} times, {share}")
    return text.format(day=day, hours=hours, count=fullest.times, share=f"{fullest.share:.0%}")


def problem_line(case: Case, zone: tzinfo) -> str:
    """Return one major quality problem: its number, when it came, the car, how far it has come, what was said (C19)."""
    case = outgoing.of_case(case)
    came = long_time(case.received_at, zone)
    about = (case_number(case.id), came, show_plate(case.plate), word(case.stage), *map(word, case.asked))
    return labelled(" · ".join(filter(None, about)), clean_line(case.words, None))


def corrections_lines(corrections: Mapping[str, tuple[object, object]]) -> list[str]:
    """Return what of the month before has changed since it was signed."""
    return [
        labelled(_(_FIGURES[name]), f"{_value(name, was)} → {_value(name, now)}")
        for name, (was, now) in corrections.items()
    ]


def _cause_line(line: CauseLine) -> str:
    return f"{cause_word(line.cause)} {line.cases} {line.share:.0%} ({line.cumulated:.0%})"


def _value(name: str, value: object) -> str:
    if value is None:
        return "—"
    return rough_duration(int(str(value))) if name in _LENGTHS else str(value)


def trial_name(trial: Trial) -> str:
    """Return the limits that are tried: 18 min, 5 cars."""
    parts = []
    if trial.over_stay is not None:
        parts.append(_("over-stay from {time}").format(time=rough_duration(trial.over_stay)))
    if trial.over_count is not None:
        parts.append(_("over-count from {count} cars").format(count=trial.over_count))
    return _(", ").join(parts) or _("the limits in force")


def tried_line(tried: Tried) -> str:
    """Return what a month would have come to."""
    over_counts = f"{_('over-counts')} {tried.over_counts} ({duration(tried.over_count_length)})"
    return f"{over_counts} · {_('over-stays')} {tried.over_stays} ({duration(tried.over_stay_length)})"
