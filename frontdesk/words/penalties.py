"""A penalty in words: its evidence, its entries with time and author, and its sum (Z8)."""

from datetime import tzinfo

from frontdesk.domain.penalties.penalty import Entry, Penalty
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.plates import show_plate
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.phrases import case_number, labelled
from frontdesk.words.times import short_time


def money(amount: int) -> str:
    """Return an amount: 50 CNY."""
    return _("{amount} CNY").format(amount=amount)


def booked(amount: int) -> str:
    """Return what an entry or a sum adds to the ledger: +50, -50, 0."""
    return f"{amount:+d}" if amount else "0"


def charged(amount: int) -> str:
    """Return what an entry or a sum adds, with its unit: +50 CNY."""
    return _("{amount} CNY").format(amount=booked(amount))


def heading(penalty: Penalty) -> str:
    """Return the heading of a penalty: No. 3 · 苏A·12345 · 张三."""
    return " · ".join((case_number(penalty.id), show_plate(penalty.plate), penalty.person))


def grounds(penalty: Penalty, now: Millis, zone: tzinfo) -> str:
    """Return the reason for a penalty: 50 CNY · complaint No. 12 · over-stay No. 3 at 10:42."""
    at = short_time(penalty.crossed_at, zone, now)
    case = _("complaint No. {number}").format(number=penalty.complaint)
    evidence = f"{word(penalty.kind)} {case_number(penalty.escalation)} {at}"
    return " · ".join((money(penalty.amount), case, labelled(_("evidence"), evidence)))


def entry_words(entry: Entry, now: Millis, zone: tzinfo) -> str:
    """Return one line of the ledger: 11-03 10:42 signed +50 CNY · 王芳 · words. What costs nothing names no sum."""
    said = f"{short_time(entry.at, zone, now)} {word(entry.state)}"
    sum_ = charged(entry.amount) if entry.amount else ""
    return " · ".join(filter(None, (f"{said} {sum_}".strip(), entry.who, " ".join(entry.words.split()))))
