"""A quotation as one HTML page to print (Q8)."""

from frontdesk.documents.templates import environment
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.quotes import Quote
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.plates import show_plate
from frontdesk.domain.values.text import clean_line
from frontdesk.words import i18n
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.phrases import case_number
from frontdesk.words.quotes import money
from frontdesk.words.times import long_time


def as_html(quote: Quote, policy: Policy, now: Millis) -> str:
    """Return a quotation as a self-contained page for the browser."""
    zone = OpeningHours.of(policy).zone
    until = _("valid until {at}").format(at=long_time(quote.valid_until, zone))
    facts = (
        show_plate(quote.plate),
        clean_line(quote.customer),
        word(quote.state(now)),
        until,
        quote.who,
        long_time(quote.at, zone),
    )
    rows = [(line.what, money(line.least, line.most)) for line in quote.lines]
    return (
        environment()
        .get_template("lines.html.j2")
        .render(
            language="zh-CN" if i18n.language() == "zh" else "en",
            store=policy.store_name,
            title=f"{_('Quotation')} {case_number(quote.id)}",
            facts=" · ".join(filter(None, facts)),
            tables=(
                (_("what the customer wants done"), [(quote.asked,)]),
                (_("lines"), [*rows, (_("sum"), money(quote.least, quote.most))]),
            ),
            signatures=(_("given by"), _("customer")),
            printed=_("printed {at}").format(at=long_time(now, zone)),
        )
    )
