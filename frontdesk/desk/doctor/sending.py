"""Whether calls and texts go out: what no channel took, and what nothing sends (Z5, P4)."""

from collections.abc import Iterator
from zoneinfo import ZoneInfo

from data import policy
from data.messages import outbox
from frontdesk.desk.desk import Desk
from frontdesk.desk.doctor.finding import Finding, Level, safely
from frontdesk.domain.values.clock import MINUTE, to_datetime

_PATIENCE = 5 * MINUTE


def sending(desk: Desk) -> list[Finding]:
    """Say how many calls and texts were given up, and since when something waits."""
    return safely("messages", lambda: _sending(desk))


def _sending(desk: Desk) -> Iterator[Finding]:
    if count := desk.read(outbox.count_given_up):
        yield Finding("messages", "given_up", Level.WARNING, {"count": count})
    oldest = desk.read(outbox.oldest_due)
    if oldest is not None and desk.now() > oldest + _PATIENCE:
        zone = ZoneInfo(desk.read(policy.current).time_zone)
        at = f"{to_datetime(oldest, zone):%Y-%m-%d %H:%M}"
        yield Finding("messages", "nothing_sends", Level.PROBLEM, {"at": at})
