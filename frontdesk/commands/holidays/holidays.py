"""`frontdesk holidays`: the plan of each holiday, and what customers are told of it (S2, S5)."""

from argparse import Namespace
from collections.abc import Callable

from frontdesk.commands.holidays import results
from frontdesk.commands.holidays.as_json import ahead_json, plan_json, texts_json
from frontdesk.commands.kit import output
from frontdesk.commands.kit.inputs import read_choice
from frontdesk.commands.kit.printed import print_page
from frontdesk.commands.kit.session import Session, carry_out, on_store
from frontdesk.desk.holidays import notices, opening, reading
from frontdesk.desk.holidays.notices import Edit
from frontdesk.desk.holidays.reading import ShownPlan
from frontdesk.domain.appointments.typed_days import read_book_day
from frontdesk.domain.holidays.notice import Notice, NoticeChannel
from frontdesk.domain.holidays.points import Point
from frontdesk.domain.holidays.reasons import HolidayReason
from frontdesk.domain.journal.result import Result
from frontdesk.domain.runs.evidence import asked_by
from frontdesk.domain.values.clock import to_datetime
from frontdesk.domain.values.errors import Refused
from frontdesk.words import i18n
from frontdesk.words.holidays import (
    all_missing,
    channel_line,
    coming_line,
    holiday_line,
    notice_lines,
    texts,
    unpublished_words,
)
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.phrases import case_number, labelled
from frontdesk.words.runs import step_line


def run(args: Namespace) -> int:
    """Carry the command out; return the exit code."""
    looking = {None: _list, "list": _list, "show": _show, "texts": _texts, "print": _print}
    if args.verb in looking:
        return on_store(args, looking[args.verb])
    return carry_out(args, _CARRIED_OUT[args.verb], results)


def _list(session: Session) -> int:
    found = reading.ahead(session.desk)
    if session.args.json:
        output.say_json(ahead_json(found))
        return 0
    listed = [*((plan.holiday, plan.id) for plan in found.others), *found.holidays]
    for holiday, number in listed:
        output.say(coming_line(holiday, number, found.today, found.ahead_days))
    if not listed:
        output.say(_("No holiday to come is known."))
    if found.unpublished:
        output.say(unpublished_words(found.unpublished))
    return 0


def _show(session: Session) -> int:
    found = reading.shown(session.desk, session.args.number, i18n.language())
    if session.args.json:
        output.say_json(plan_json(found, session.zone))
        return 0
    now = session.desk.now()
    output.say(f"{case_number(found.plan.id)} {holiday_line(found.plan.holiday)}")
    dues = {due.id: due for due in found.matter.dues}
    for each in found.run.steps if found.run else ():
        output.say(step_line(found.run, each, session.zone, now, dues.get(each.due or 0)) if found.run else "")
        shown = found.points.get(asked_by(each.step).point or Point.ROSTER)
        if each.is_to_do and asked_by(each.step).point is not None and shown is not None and shown.missing:
            output.say(f"    {all_missing(shown.missing)}")
    if found.notice is not None:
        for text, _tone in _of_notice(session, found, found.notice):
            output.say(text)
    return 0


def _of_notice(session: Session, found: ShownPlan, notice: Notice) -> list[tuple[str, str]]:
    now, is_stale = session.desk.now(), notice.is_stale(found.hours)
    said = texts(notice, found.store, found.plan.holiday)
    return [
        *notice_lines(notice, is_stale=is_stale, zone=session.zone, now=now),
        *((channel_line(notice, channel, text, session.zone, now), "plain") for channel, text in said.items()),
    ]


def _texts(session: Session) -> int:
    found = reading.shown(session.desk, session.args.number)
    notice = _written(found)
    if session.args.json:
        output.say_json(texts_json(found, notice))
        return 0
    for channel, text in texts(notice, found.store, found.plan.holiday).items():
        output.say(labelled(word(channel), f"\n{text}" if "\n" in text else text))
    return 0


def _print(session: Session) -> int:
    from frontdesk.documents import filing  # noqa: PLC0415 - seldom asked for

    return print_page(session, lambda: filing.of_notice(session.desk, session.args.number).page)


def _written(found: ShownPlan) -> Notice:
    if found.notice is None:
        raise Refused(HolidayReason.NO_HOLIDAY_NOTICE, number=found.plan.id)
    return found.notice


def _open(session: Session) -> Result:
    today = to_datetime(session.desk.now(), session.zone).date()
    first, last = (read_book_day(text, today) for text in (session.args.first, session.args.last))
    return opening.open_by_hand(session.desk, first, last, session.args.operation)


def _notice(session: Session) -> Result:
    args = session.args
    edit = Edit(args.contact, args.emergency, args.words, args.hours)
    return notices.write(session.desk, args.number, edit, args.operation)


def _submit(session: Session) -> Result:
    return notices.submit(session.desk, session.args.number, session.args.operation)


def _posted(session: Session) -> Result:
    args = session.args
    return notices.post(session.desk, args.number, read_choice(NoticeChannel, args.channel), args.words, args.operation)


def _send(session: Session) -> Result:
    return notices.send(session.desk, session.args.number, session.args.operation)


_CARRIED_OUT: dict[str, Callable[[Session], Result]] = {
    "open": _open,
    "notice": _notice,
    "submit": _submit,
    "posted": _posted,
    "send": _send,
}
