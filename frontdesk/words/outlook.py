"""What is said of the next hour (Z9)."""

from collections.abc import Iterator, Sequence

from frontdesk.domain.outlook.day_class import DayClass
from frontdesk.domain.outlook.outlook import Outlook
from frontdesk.domain.outlook.record import Kept
from frontdesk.words.i18n import _


def asks_for_attention(found: Outlook, warning_percent: int) -> bool:
    """Whether an over-count within the hour is likely enough to mind it."""
    return found.probability * 100 >= warning_percent


def likely(share: float) -> str:
    """Return a likelihood in whole percent; what is possible is not called 0, nor what is not certain 100."""
    percent = round(share * 100)
    if percent == 0 and share > 0:
        return "<1%"
    return ">99%" if percent == 100 and share < 1 else f"{percent}%"


def in_a_word(found: Outlook, warning_percent: int) -> str:
    """Return the word that stands behind the likelihood."""
    return _("take care") if asks_for_attention(found, warning_percent) else _("calm")


def cars(found: Outlook) -> str:
    """Return how many cars are expected."""
    return _("about {count} cars").format(count=round(found.arrivals))


def basis(found: Outlook) -> str:
    """Return how many days it is told from."""
    return _("from {days} days").format(days=found.basis_days)


def most_at_once(found: Outlook) -> str:
    """Return the most cars at once that are as likely as not."""
    return _("probably up to {count} at once").format(count=found.peak)


def why_nothing(days: int, wanted: int, of: DayClass | None) -> str:
    """Return why nothing is told of the next hour."""
    if of is None or days < wanted:
        text = _("It is told from {wanted} earlier days that are like today; on record are {days}.")
        return text.format(wanted=wanted, days=days)
    return _("The store is closed, and no car is in the zone.")


def nothing_said() -> str:
    """Return that there is no record yet."""
    return _("Nothing was said in the last 30 days yet.")


def over_the_record() -> str:
    """Return what stands over the record."""
    return _("said and happened, last 30 days:")


def lines(found: Outlook, record: Sequence[Kept], warning_percent: int) -> Iterator[str]:
    """Give the next hour, then what was said before and what came of it."""
    yield " · ".join((said(found, warning_percent), cars(found), most_at_once(found), basis(found)))
    yield from of_the_record(record)


def said(found: Outlook, warning_percent: int) -> str:
    """Return how likely an over-count is, and the word for it."""
    if found.is_over:
        return _("over-count now")
    return f"{_('over-count within the hour')} {likely(found.probability)} {in_a_word(found, warning_percent)}"


def of_the_record(record: Sequence[Kept]) -> Iterator[str]:
    """Give what was said in the last thirty days and what happened."""
    if not record:
        yield nothing_said()
        return
    yield over_the_record()
    for each in record:
        text = _("said {said}, happened {happened} ({times} times)")
        yield text.format(said=likely(each.said), happened=likely(each.happened), times=each.n)
