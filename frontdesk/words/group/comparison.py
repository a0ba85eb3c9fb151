"""How a comparison of stores is said: rates for a hundred cars, with how sure they are."""

from frontdesk.domain.group.comparison import Comparison, Measure, Month, Rate, Standing
from frontdesk.domain.values.clock import Millis
from frontdesk.words.i18n import _

MARKS = {Standing.HIGHER: "▲", Standing.LOWER: "▼", Standing.LIKE: "", Standing.TOO_FEW: "?"}


def per_hundred(rate: Rate) -> str:
    """Return a rate for a hundred cars."""
    return "—" if rate.per_car is None else f"{100 * rate.per_car:.1f}"


def interval(rate: Rate) -> str:
    """Return the interval of a rate for a hundred cars."""
    return "—" if rate.per_car is None else f"{100 * rate.low:.1f}–{100 * rate.high:.1f}"


def marked(comparison: Comparison, measure: Measure, month: Month) -> str:
    """Return a store's rate with a mark where it says something about the store."""
    said = per_hundred(comparison.rate(measure, month))
    return f"{said} {MARKS[comparison.standing(measure, month)]}".rstrip()


def legend(comparison: Comparison, now: Millis) -> list[str]:
    """Return what the figures and marks mean, and of which stores something may be missing."""
    said = [
        _("For each 100 cars. ▲ higher, ▼ lower than the group by more than chance does (99.8 %); ? under 30 cars."),
    ]
    if now < comparison.ends:
        return [*said, _("The month is not over: of each store there is what it has sent so far.")]
    missing = [month.code for month in comparison.months if not comparison.is_whole(month)]
    if missing:
        said.append(
            _("Not heard of since the month ended, so something may be missing: {codes}").format(
                codes=_(", ").join(missing)
            )
        )
    return said
