"""The effect of a measure in sentences: what was counted, what can be said, what speaks against it (Z7)."""

from collections.abc import Callable, Iterable
from datetime import date

from frontdesk.domain.review.comparison import Comparison
from frontdesk.domain.review.doubts import Caution, Doubt
from frontdesk.domain.review.effect import Effect, Side, Verdict
from frontdesk.domain.review.metrics import Metric
from frontdesk.words.figures.today import NONE
from frontdesk.words.i18n import N_, _

_VERDICTS = {
    Verdict.BETTER: N_("Better: interval and permutation both leave out that nothing changed."),
    Verdict.WORSE: N_("Worse: interval and permutation both leave out that nothing changed."),
    Verdict.NO_CHANGE_SEEN: N_("No change seen: such a difference also comes by chance."),
    Verdict.TOO_FEW_DAYS: N_("There will never be ten days on each side that can be compared."),
}
_CAUTIONS = {
    Doubt.HIGH_BEFORE: N_("It was unusually bad before: part of the change is a return to the ordinary."),
    Doubt.VOLUME: N_("{change} visits a day: not quite comparable."),
    Doubt.OTHER_MEASURE: N_("In the same time another measure was done: No. {measures}."),
    Doubt.CHANGED: N_("In the same time the policy was changed ({names}): {days}."),
    Doubt.DISPERSED: N_("A few days make up most of the difference: {days}."),
}


def side(metric: Metric, found: Side) -> str:
    """Return one side: 8.9 (151 / 1697) · 22 days."""
    days = _("1 day") if found.days == 1 else _("{days} days").format(days=found.days)
    if found.rate is None:
        return days
    if metric is Metric.P90_ZONE_TIME:
        counted = _("{count} cars").format(count=round(found.exposure))
    else:
        counted = f"{_figure(found.events)} / {_figure(found.exposure)}"
    return f"{found.rate:.1f} ({counted}) · {days}"


def change(found: Comparison) -> str:
    """Return the change with its interval: −54 %, 95-percent interval −75 % … −16 %."""
    text = _("{change}, 95-percent interval {low} … {high}")
    return text.format(change=signed(found.change), low=signed(found.low), high=signed(found.high))


def dispersion(found: Comparison) -> str:
    """Return how much the days differ, or nothing where that cannot be said of a metric."""
    if found.dispersion is None:
        return ""
    return _("Day differs from day {times} times as much as by pure chance.").format(times=f"{found.dispersion:.1f}")


def visible(found: Comparison) -> str:
    """Return what such days can show at all."""
    if found.visible is None:
        return _("Such days could not show even a very large decrease.")
    return _("The smallest decrease such days would show is {change}.").format(change=signed(found.visible))


def verdict(found: Effect) -> str:
    """Return what is proposed, and why."""
    if found.verdict is Verdict.TOO_EARLY:
        to_go = found.days_to_go
        return _("Too early: 1 day to go.") if to_go == 1 else _("Too early: {days} days to go.").format(days=to_go)
    return _(_VERDICTS[found.verdict])


def caution(found: Caution, day: Callable[[date], str] = date.isoformat) -> str:
    """Return a doubt as a sentence; `day`: how a date is written."""
    return _(_CAUTIONS[found.doubt]).format(
        change=signed(found.change or 0),
        measures=_listed(map(str, found.measures)),
        names=_listed(found.names),
        days=_listed(map(day, found.days)),
    )


def signed(share: float) -> str:
    """Return a change in whole percent with its sign: −54 %, +8 %."""
    percent = round(100 * share)
    return f"{'−' if percent < 0 else '+' if percent else ''}{abs(percent)} %"


def _figure(number: float) -> str:
    return f"{number:.0f}" if number == round(number) else f"{number:.1f}"


def _listed(texts: Iterable[str]) -> str:
    return _(", ").join(texts) or NONE
