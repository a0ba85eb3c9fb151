"""The emergency group meets about a case that becomes major; where it is ordinary after all, it need not (C14)."""

from data import policy
from data.cases import cases
from data.engine.transaction import Transaction
from data.meetings import meetings
from frontdesk.desk.meetings.meetings import cancel_in, open_in
from frontdesk.domain.cases.case import Severity
from frontdesk.domain.meetings.meeting import MeetingKind, MeetingState, NewMeeting
from frontdesk.domain.values.clock import SECOND


def judged(transaction: Transaction, number: int, severity: Severity) -> None:
    """Call the emergency group together about a major case, or call off a meeting that nobody has held."""
    group = [
        meeting
        for meeting in meetings.of_case(transaction.connection, number)
        if meeting.kind is MeetingKind.GROUP and meeting.matter.is_open and meeting.state is MeetingState.PLANNED
    ]
    if severity is Severity.ORDINARY:
        for meeting in group:
            cancel_in(transaction, meeting, "")
        return
    seconds = policy.current(transaction.connection).group_meeting_s
    if seconds and not group:
        case = cases.get(transaction.connection, number)
        at = transaction.now + seconds * SECOND
        open_in(transaction, NewMeeting(MeetingKind.GROUP, f"#{number}", at, plate=case.plate, case=number))
