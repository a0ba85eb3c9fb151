"""The results of the commands for meetings."""

from frontdesk.commands.kit.session import Session
from frontdesk.domain.journal.result import Result
from frontdesk.domain.meetings.events import MeetingEvent
from frontdesk.words.phrases import case_number

KINDS = {
    "plan": MeetingEvent.PLAN,
    "move": MeetingEvent.MOVE,
    "cancel": MeetingEvent.CANCEL,
    "hold": MeetingEvent.HELD,
    "minutes": MeetingEvent.MINUTES,
    "material": MeetingEvent.MATERIAL,
    "promise": MeetingEvent.PROMISE,
    "decision": MeetingEvent.DECISION,
    "feedback": MeetingEvent.FEEDBACK,
    "done": MeetingEvent.DONE,
    "again": MeetingEvent.AGAIN,
}


def is_same(session: Session, result: Result) -> bool:
    """Whether a result belongs to this command and meeting; for one that is planned, to the same kind."""
    args = session.args
    if result.kind != KINDS[args.verb]:
        return False
    if result.kind == MeetingEvent.PLAN:
        return bool(result.facts["kind"] == args.kind)
    return bool(args.number == result.number)


def particulars(result: Result) -> str:
    """Return the meeting's number."""
    return case_number(result.number)
