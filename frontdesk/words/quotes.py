"""Quotations in words (Q8)."""

from datetime import tzinfo

from frontdesk.domain.quotes import About, Quote, QuoteLine
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.plates import show_plate
from frontdesk.domain.values.text import clean_line
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.phrases import case_number, labelled
from frontdesk.words.times import long_time


def heading(quote: Quote, zone: tzinfo, now: Millis) -> str:
    """Return a quotation in one line: its number, what it is for, what it comes to, until when it holds."""
    until = _("valid until {at}").format(at=long_time(quote.valid_until, zone))
    parts = (
        show_plate(quote.plate),
        money(quote.least, quote.most),
        word(quote.state(now)),
        until,
        quote.who,
        long_time(quote.at, zone),
    )
    return labelled(f"{case_number(quote.id)} {about_line(quote.about)}", " · ".join(filter(None, parts)))


def about_line(about: About) -> str:
    """Return what a quotation is for."""
    if about.case is not None:
        return _("complaint {number}").format(number=case_number(about.case))
    return _("matter {number}").format(number=case_number(about.matter or 0))


def quote_line(line: QuoteLine) -> str:
    """Return a line with what it costs."""
    return labelled(clean_line(line.what), money(line.least, line.most))


def money(least: int, most: int) -> str:
    """Return an amount, or from where to where it goes."""
    return _("{amount} yuan").format(amount=f"{least}–{most}" if least != most else str(most))
