"""Whether head office knows what the store does, where it belongs to a group: silence of a day is worth a line."""

from collections.abc import Iterator
from zoneinfo import ZoneInfo

from data import policy
from frontdesk.desk.desk import Desk
from frontdesk.desk.doctor.finding import Finding, Level, safely
from frontdesk.desk.group.belonging import belonging
from frontdesk.domain.group.answer import NEEDS_SOMEBODY
from frontdesk.domain.group.reasons import GroupReason
from frontdesk.domain.values.clock import HOUR, Millis, to_datetime
from frontdesk.domain.values.errors import InputError

SILENT_AFTER: Millis = 24 * HOUR


def group(desk: Desk) -> list[Finding]:
    """Say what a person has to see to, and since when head office has not been heard of."""
    return safely("group", lambda: _group(desk))


def _group(desk: Desk) -> Iterator[Finding]:
    found = belonging(desk)
    if not found.member.code:
        return
    reason = found.standing.reason
    if reason in NEEDS_SOMEBODY:
        error = InputError(GroupReason(reason), number=found.standing.number, text=found.member.code)
        yield Finding("group", "refused", Level.PROBLEM, error=error)
        return
    heard_at = found.standing.heard_at or found.member.since
    if desk.clock.now() - heard_at >= SILENT_AFTER:
        zone = ZoneInfo(desk.read(policy.current).time_zone)
        yield Finding("group", "group_silent", Level.WARNING, {"at": f"{to_datetime(heard_at, zone):%Y-%m-%d %H:%M}"})
