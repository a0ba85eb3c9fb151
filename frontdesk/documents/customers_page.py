"""A list of customers to call, as one HTML page to print (G5)."""

from collections.abc import Iterable

from frontdesk.documents.templates import environment
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.customers.customer import Which
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.clock import Millis
from frontdesk.words import i18n
from frontdesk.words.customers import headings
from frontdesk.words.i18n import _
from frontdesk.words.times import long_time


def as_html(which: Which, rows: Iterable[tuple[str, ...]], policy: Policy, now: Millis) -> str:
    """Return the page, with room to note what came of each call."""
    came = _("came on {day}").format(day=which.day) if which.day else ""
    return (
        environment()
        .get_template("customers.html.j2")
        .render(
            language="zh-CN" if i18n.language() == "zh" else "en",
            store=policy.store_name,
            title=" · ".join(filter(None, (_("Customers to call"), which.area, came))),
            headings=(*headings(), _("what came of the call")),
            rows=list(rows),
            printed=_("printed {at}").format(at=long_time(now, OpeningHours.of(policy).zone)),
        )
    )
