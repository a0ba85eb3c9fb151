"""The short forms of the roster: its days, an absence, what a shift needs, a swap (S2, S8)."""

from collections.abc import Sequence
from datetime import date, timedelta

from textual.widgets import Input

from frontdesk.desk.rosters import absences, changes, needs_by_hand, planning
from frontdesk.domain.appointments.typed_days import read_book_day
from frontdesk.domain.journal.result import Result
from frontdesk.domain.rosters.board import Board
from frontdesk.domain.rosters.reasons import RosterReason
from frontdesk.domain.rosters.shift import the_shift
from frontdesk.domain.rosters.turn import Turn
from frontdesk.domain.rosters.version import Version
from frontdesk.domain.values.errors import FrontdeskError, Refused
from frontdesk.domain.values.text import clean_code, clean_line
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.rosters.lines import day_name, shift_name
from frontdesk.words.trainings import certificate_key, certificate_word, nobody_holds
from screens.appointments.asking import Asked, AskForm, with_two_days
from screens.kit.station import Station

_A_WEEK = timedelta(days=6)


class RosterForm(AskForm):
    """One of them: a day is typed as everywhere."""

    TOPIC = "roster"


def new_form(station: Station, today: date, versions: Sequence[Version]) -> RosterForm:
    """Ask for the days of a new roster: the week after the last one."""
    last = max((version.last for version in versions), default=today)
    first = max(last, today) + timedelta(days=1)

    asked = (Asked("first", _("first day"), str(first)), Asked("last", _("last day"), str(first + _A_WEEK)))
    about = _("What each shift needs is told from the past; a shift is set with a digit, or all of it proposed.")
    return RosterForm(station, _("New roster"), about, asked, with_two_days(planning.begin, today))


def absence_form(station: Station, person: str, day: date, today: date) -> RosterForm:
    """Ask how long somebody is away from a day on, and why; a wish begins with ?."""

    async def act(form: AskForm, texts: Sequence[str]) -> Result | None:
        name, until, why = texts
        said = clean_line(why)
        try:
            last = read_book_day(until, day) if until.strip() else day
        except FrontdeskError as error:
            form.complain(error)
            return None
        is_wish = said[:1] in {"?", "？"}
        why = said.lstrip("?？ ") or (_("wish") if is_wish else "")
        return await form.perform(absences.add, clean_line(name), day, last, why, is_wish=is_wish)

    asked = (
        Asked("person", _("who"), person),
        Asked("last", _("until"), str(day), _("the last day")),
        Asked("why", _("why"), "", _("holiday, sick …; ? before it: only a wish")),
    )
    return RosterForm(station, _("Absence"), _("away from {day} on").format(day=day_name(day)), asked, act)


def need_form(station: Station, board: Board, turn: Turn) -> RosterForm:
    """Ask how many a turn's shift needs and which certificate, from its day until another."""
    day, shift, post = turn.day, the_shift(board.shifts, turn.shift), turn.post
    known = next((n for n in board.needs if (n.day, n.shift, n.post) == (day, shift.key, post)), None)
    held = {kind for worker in board.workers for kind in worker.certificates}
    warned: set[str] = set()

    async def act(form: AskForm, texts: Sequence[str]) -> Result | None:
        typed, until, why, asked = texts
        number = clean_code(typed)
        try:
            last = read_book_day(until, day) if until.strip() else day
            if number and not number.isdecimal():
                raise Refused(RosterReason.BAD_NEED, count=number, most=99)
            if last < day:
                raise Refused(RosterReason.NEED_DAYS, first=day, last=last)
        except FrontdeskError as error:
            form.complain(error)
            return None
        days = [day + timedelta(days=ahead) for ahead in range((last - day).days + 1)]
        least, certificate = int(number) if number else None, certificate_key(clean_line(asked))
        if certificate and certificate not in held | warned:
            warned.add(certificate)
            form.say(nobody_holds(certificate, held))
            return None
        needs = [needs_by_hand.Typed(each, shift.key, post, least, why, certificate) for each in days]
        answer = await form.perform(needs_by_hand.set_needs, board.version.id, needs)
        if answer is None and number and not clean_line(why):
            form.query_one("#why", Input).focus()
        return answer

    now = _("now {count}; empty: so it stays").format(count=known.least if known else 0)
    certificate = certificate_word(known.certificate) if known else ""
    asked = (
        Asked("least", _("how many people"), "", now),
        Asked("last", _("until"), str(day)),
        Asked("why", _("why"), "", _("why so many")),
        Asked("certificate", _("certificate"), certificate, _("empty: none is asked for")),
    )
    return RosterForm(station, _("Need"), f"{day_name(day)} {shift_name(shift)} {word(post)}", asked, act)


def swap_form(station: Station, person: str, day: date, today: date) -> RosterForm:
    """Ask with whom a shift is swapped, and which of theirs is given for it; none: it is given away."""

    async def act(form: AskForm, texts: Sequence[str]) -> Result | None:
        other, other_day = texts
        try:
            back = read_book_day(other_day, today) if other_day.strip() else None
        except FrontdeskError as error:
            form.complain(error)
            return None
        return await form.perform(changes.swap, day, person, clean_line(other), back)

    asked = (
        Asked("other", _("with whom")),
        Asked("day", _("for the day"), "", _("empty: the shift is given away")),
    )
    about = _("{name}'s shift of {day}").format(name=person, day=day_name(day))
    return RosterForm(station, _("Swap"), about, asked, act)
