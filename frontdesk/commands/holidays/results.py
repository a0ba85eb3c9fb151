"""The results of the commands for holidays."""

from frontdesk.commands.kit.inputs import read_choice
from frontdesk.commands.kit.session import Session
from frontdesk.domain.holidays.events import HolidayEvent
from frontdesk.domain.holidays.notice import NoticeChannel
from frontdesk.domain.journal.result import Result
from frontdesk.words.i18n import _
from frontdesk.words.phrases import case_number

_KINDS = {
    "open": HolidayEvent.PLAN,
    "notice": HolidayEvent.NOTICE,
    "submit": HolidayEvent.SUBMIT,
    "posted": HolidayEvent.POST,
    "send": HolidayEvent.SEND,
}


def is_same(session: Session, result: Result) -> bool:
    """Whether a result belongs to this command and plan, and to the same channel."""
    args = session.args
    if result.kind != _KINDS[args.verb]:
        return False
    if result.kind == HolidayEvent.PLAN:
        return bool(result.facts["first"] in args.first or args.first in str(result.facts["first"]))
    if result.kind == HolidayEvent.POST and result.facts["channel"] != read_choice(NoticeChannel, args.channel):
        return False
    return bool(args.number == result.number)


def particulars(result: Result) -> str:
    """Return the plan's number, and to how many customers the notice goes."""
    if result.kind == HolidayEvent.SEND:
        return f"{case_number(result.number)} {_('{count} customers').format(count=result.facts['people'])}"
    return case_number(result.number)
