"""A day or a month in figures: each figure with its name, and the bars of its hours or days."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from frontdesk.domain.figures.day import Decided
from frontdesk.domain.figures.period import Figures, Report, Spread
from frontdesk.domain.figures.visit import Visit
from frontdesk.domain.zone.cars import Purpose
from frontdesk.words.figures.today import NONE, percent
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.times import duration


class Fact(NamedTuple):
    """A figure: what it is called, and what it is."""

    name: str
    text: str


def title(report: Report) -> str:
    """Return what a report is about: Day in figures 2026-11-27, not over yet."""
    kind = _("Month in figures") if report.is_month else _("Day in figures")
    return f"{kind} {report.title}" + (f" · {_('not over yet')}" if report.is_running else "")


def facts(report: Report) -> tuple[Fact, ...]:
    """Return every figure of a report."""
    return told(report.figures, report.reception_limits, report.over_count_limits)


def told(found: Figures, reception_limits: Iterable[int], over_count_limits: Iterable[int]) -> tuple[Fact, ...]:
    """Return figures, what matters most first; each limit in turn where it was changed."""
    return (
        Fact(_("arrivals"), str(found.arrivals)),
        *_lengths(found, reception_limits, over_count_limits),
        Fact(_("over-counts"), times(found.over_counts, found.over_count_length)),
        Fact(_("over-stays"), times(found.over_stays, found.over_stay_length)),
        *_outcomes(found),
    )


def beside_the_line(
    found: Figures, reception_limits: Iterable[int], over_count_limits: Iterable[int]
) -> tuple[Fact, ...]:
    """Return the figures that the line of the day leaves out, or says in part."""
    return (*_lengths(found, reception_limits, over_count_limits), *_outcomes(found))


def _lengths(found: Figures, reception_limits: Iterable[int], over_count_limits: Iterable[int]) -> Iterator[Fact]:
    in_time = _("received within {time}").format(time=changed(map(duration, reception_limits)))
    yield Fact(in_time, reception(found))
    yield Fact(_("time in the zone"), spread(found.zone_time))
    yield Fact(_("wait until hand-over"), spread(found.wait))
    yield Fact(_("most cars at once"), f"{found.peak} / {changed(map(str, over_count_limits))}")


def _outcomes(found: Figures) -> Iterator[Fact]:
    yield Fact(_("decisions"), _(", ").join(decided(one) for one in found.decided) or NONE)
    yield Fact(_("no-shows"), str(found.no_shows))
    yield Fact(_("turned away"), str(found.turned_away))
    if found.booked:
        yield Fact(
            _("appointments"), _("{booked}, did not come {missed}").format(booked=found.booked, missed=found.missed)
        )
    yield Fact(_("left without having been received"), str(found.left_unreceived))
    yield Fact(_("cases"), cases(found))


def changed(limits: Iterable[str]) -> str:
    """Return a limit; where it was changed, each in turn: 4→6."""
    return "→".join(limits)


def reception(found: Figures) -> str:
    """Return the share received in time, with how many of how many."""
    if found.share is None:
        return NONE
    return f"{percent(found.share)} ({found.in_time} / {found.reception_known})"


def spread(found: Spread) -> str:
    """Return the mean of a time, and what nine of ten did not exceed."""
    if found.mean is None or found.p90 is None:
        return NONE
    text = _("mean {mean}, nine of ten within {most}")
    return text.format(mean=duration(found.mean), most=duration(found.p90))


def times(count: int, length: int) -> str:
    """Return how often something was over a limit, and for how long."""
    return _("{count}, {time} in all").format(count=count, time=duration(length)) if count or length else "0"


def decided(one: Decided) -> str:
    """Return how much somebody decided, and how fast."""
    text = _("{who} {count}, after {time} on average")
    return text.format(who=one.who, count=one.times, time=duration(one.total // max(1, one.times)))


def cases(found: Figures) -> str:
    """Return what came of cases."""
    text = _("{opened} opened, {closed} closed, {late} late")
    return text.format(opened=found.opened, closed=found.closed, late=found.late)


def bar(value: int, most: int, width: int) -> str:
    """Return a bar of whole cells; what is not nothing has one at least."""
    return "█" * min(width, -(-value * width // most)) if value and most else ""


def purpose(visit: Visit) -> str:
    """Return what a car came for; one that was turned away came for something else."""
    return _("turned away") if visit.line.ended == "turned_away" else word(Purpose(visit.purpose))
