"""What customers are told of a holiday: drafted, signed, sent by the program, ticked where people post it (S5)."""

from typing import NamedTuple
from zoneinfo import ZoneInfo

from data import policy as policies
from data.engine.connection import Connection
from data.engine.transaction import Transaction
from data.holidays import notices, plans, told
from data.messages import routes
from data.people import staff
from data.rosters import rosters
from frontdesk.desk.desk import Desk
from frontdesk.desk.holiday_proofs import hours_now
from frontdesk.desk.matters import ask_for_signatures, take_back
from frontdesk.desk.owing import owe
from frontdesk.desk.people.duty import check_at_desk
from frontdesk.domain.approvals.approval import ApprovalState, Text, What
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.holidays.events import HolidayEvent
from frontdesk.domain.holidays.names import name_of
from frontdesk.domain.holidays.notice import (
    CONTACT_LIMIT,
    WORDS_LIMIT,
    Draft,
    Notice,
    NoticeChannel,
    check_complete,
    check_may_go_out,
    check_numbers,
    said_name,
    text_of,
    with_hours,
)
from frontdesk.domain.holidays.plan import HolidayPlan, midnight
from frontdesk.domain.holidays.reasons import HolidayReason
from frontdesk.domain.journal.result import Result
from frontdesk.domain.messages.message import Channel, Purpose, ToTell
from frontdesk.domain.people.roles import first_of
from frontdesk.domain.people.staff import Post
from frontdesk.domain.rosters.turn import can_fill
from frontdesk.domain.values.clock import DAY, Millis
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.text import whole_line


class Edit(NamedTuple):
    """What somebody writes otherwise; what is None stays. `hours`: as they are typed, `2-17 closed`."""

    contact: str | None = None
    emergency: str | None = None
    words: str | None = None
    hours: str = ""


class ToSend(NamedTuple):
    """What goes to customers once it is sent."""

    plan: HolidayPlan
    notice: Notice
    text: str
    people: tuple[told.ToBeTold, ...]
    by_text: bool
    """Else a call is owed to each."""


def write(desk: Desk, number: int, edit: Edit, operation: str | None = None) -> Result:
    """Write a version: the first, and one whose hours are not the store's any more, takes its hours from the calendar.

    What was signed before does not stand for it. Raises `Refused`: NO_HOLIDAY_PLAN, NOT_YOUR_POST, NOTICE_HOURS,
    NOTICE_SAME, TEXT_TOO_LONG, BAD_PHONE.
    """

    def body(transaction: Transaction) -> Result:
        check_at_desk(transaction)
        connection = transaction.connection
        plan = plans.get(connection, number)
        before, basis = notices.newest(connection, number), hours_now(connection, plan)
        was = before.said if before else first_draft(connection, plan)
        if before is None or before.is_stale(basis):
            was = was._replace(hours=basis)
        said = _edited(was, edit)
        if before is not None and said == before.said and not before.is_stale(basis):
            raise Refused(HolidayReason.NOTICE_SAME, number=number, version=before.version)
        take_back(transaction, number, also_signed=True)
        version = before.version + 1 if before else 1
        notices.write(transaction, number, version, said, basis)
        return Result(HolidayEvent.NOTICE, number=number, facts={"version": version})

    return desk.do(body, operation)


def first_draft(connection: Connection, plan: HolidayPlan) -> Draft:
    """Return what a notice says to begin with: the hours, whom the last one said to ring, who is on call."""
    return Draft(hours_now(connection, plan), notices.last_contact(connection), _on_call(connection, plan))


def submit(desk: Desk, number: int, operation: str | None = None) -> Result:
    """Ask the manager to sign it.

    Raises `Refused`: NO_HOLIDAY_NOTICE, NOT_YOUR_POST, NOTICE_INCOMPLETE, NOTICE_STALE.
    """

    def body(transaction: Transaction) -> Result:
        check_at_desk(transaction)
        connection = transaction.connection
        notice = notices.get(connection, number)
        check_complete(notice)
        if notice.is_stale(hours_now(connection, plans.get(connection, number))):
            raise Refused(HolidayReason.NOTICE_STALE, number=number, version=notice.version)
        ask_for_signatures(transaction, number, What.NOTICE, notice.signed_text, (Post.MANAGER,))
        return Result(HolidayEvent.SUBMIT, number=number, facts={"version": notice.version})

    return desk.do(body, operation)


def post(desk: Desk, number: int, channel: NoticeChannel, words: str = "", operation: str | None = None) -> Result:
    """Somebody posted it in a channel, by hand. Raises `Refused`: NO_HOLIDAY_NOTICE, and as `check_may_go_out`."""
    said = whole_line(words, WORDS_LIMIT)

    def body(transaction: Transaction) -> Result:
        check_at_desk(transaction)
        notice, _plan = _may_go_out(transaction.connection, number, channel)
        notices.post(transaction, notice, channel, words=said)
        return Result(HolidayEvent.POST, number=number, facts={"channel": channel})

    return desk.do(body, operation)


def to_send(desk: Desk, number: int) -> ToSend:
    """Return what `send` sends now, and to whom. Raises `Refused`: NO_HOLIDAY_NOTICE, and as `check_may_go_out`."""
    now = desk.now()
    return desk.read(lambda connection: _to_send(connection, number, now))


def send(desk: Desk, number: int, operation: str | None = None) -> Result:
    """Text it to the customers: those booked in the holiday, here now, or here lately. The facts say how many.

    Where nothing sends texts, only those whom the holiday touches are owed a call: the others read it elsewhere.
    Raises `Refused`: NO_HOLIDAY_NOTICE, and as `check_may_go_out`.
    """

    def body(transaction: Transaction) -> Result:
        check_at_desk(transaction)
        connection = transaction.connection
        going = _to_send(connection, number, transaction.now)
        ends = midnight(going.plan.days[-1], OpeningHours.of(policies.current(connection)).zone) + DAY
        for each in going.people:
            owe(transaction, _message(going.plan, each, going.text, ends))
        notices.post(transaction, going.notice, NoticeChannel.TEXT, people=len(going.people))
        return Result(HolidayEvent.SEND, number=number, facts={"people": len(going.people)})

    return desk.do(body, operation)


def text(transaction: Transaction, number: int) -> Text:
    """Return what is signed, as it stands now."""
    return notices.get(transaction.connection, number).signed_text


def decided(transaction: Transaction, number: int, state: ApprovalState) -> None:
    """Nothing follows by itself: somebody sends and posts it."""


def _to_send(connection: Connection, number: int, now: Millis) -> ToSend:
    notice, plan = _may_go_out(connection, number, NoticeChannel.TEXT)
    policy, by_text = policies.current(connection), bool(routes.of(connection, Channel.SMS))
    text = text_of(NoticeChannel.TEXT, notice.said, policy.store_name, said_name(name_of(plan.holiday)))
    since = now - policy.holiday_text_days * DAY if by_text else None
    return ToSend(plan, notice, text, _people(connection, plan, OpeningHours.of(policy).zone, since), by_text)


def _may_go_out(connection: Connection, number: int, channel: NoticeChannel) -> tuple[Notice, HolidayPlan]:
    plan = plans.get(connection, number)
    notice = notices.get(connection, number)
    check_may_go_out(notice, channel, hours_now(connection, plan))
    return notice, plan


def _edited(was: Draft, edit: Edit) -> Draft:
    said = {
        name: whole_line(value, limit)
        for name, value, limit in (
            ("contact", edit.contact, CONTACT_LIMIT), ("emergency", edit.emergency, CONTACT_LIMIT),
            ("words", edit.words, WORDS_LIMIT),
        )
        if value is not None
    }  # fmt: skip
    check_numbers(Draft((), said.get("contact", ""), said.get("emergency", "")))
    return was._replace(**said, hours=with_hours(was.hours, edit.hours))


def _people(
    connection: Connection, plan: HolidayPlan, zone: ZoneInfo, since: Millis | None
) -> tuple[told.ToBeTold, ...]:
    """Return whom to tell, each number once; with `since`, those who were here from then on too."""
    found = list(told.touched(connection, (midnight(plan.first, zone), midnight(plan.days[-1], zone) + DAY)))
    if since is not None:
        found += told.lately(connection, since)
    return tuple({each.phone_id: each for each in reversed(found)}.values())


def _message(plan: HolidayPlan, each: told.ToBeTold, text: str, expires_at: int) -> ToTell:
    said = ToTell(Purpose.HOLIDAY, text, name=each.name, plate=each.plate, phone_id=each.phone_id)
    about = f"holiday:{plan.id}:{each.phone_id}"
    return said._replace(channel=Channel.SMS, matter=plan.id, about=about, is_automatic=True, expires_at=expires_at)


def _on_call(connection: Connection, plan: HolidayPlan) -> str:
    """Return who is reachable on the first day, with their number: by the roster, else the service manager."""
    listed = staff.everyone(connection)
    version = rosters.of_day(connection, plan.first)
    turns = () if version is None else rosters.turns(connection, version.id)
    names = {
        turn.person for turn in turns if turn.day == plan.first and turn.is_worked and can_fill(turn.post, Post.MANAGER)
    }
    manager = first_of(Post.MANAGER, listed)
    found = next((person for person in listed if person.name in names), manager)
    return "" if found is None else f"{found.name} {found.phone}".strip()
