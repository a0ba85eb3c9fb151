"""When a message is told: not in the quiet hours, again after a while where nobody answered, and not too late."""

from datetime import datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from frontdesk.domain.policy.messages import MessageNumbers
from frontdesk.domain.values.clock import MINUTE, SECOND, Millis, to_datetime, to_millis

TRIES = 3
"""After so many tries that nobody answered it is the manager's."""
LEASE: Millis = 60 * SECOND
"""So long a sender has for a try; then it is taken to have been stopped."""
BACK_OFF: tuple[Millis, ...] = (15 * SECOND, 30 * SECOND, MINUTE, 2 * MINUTE, 5 * MINUTE, 10 * MINUTE)
"""After how long a program tries again where a channel did not take it; then it gives up."""


class Quiet(NamedTuple):
    """The hours in which nobody is rung up or texted, by the store's clock: from the first, until the second."""

    begins: time
    ends: time
    zone: ZoneInfo

    @classmethod
    def of(cls, numbers: MessageNumbers, zone: ZoneInfo) -> "Quiet":
        """Return the quiet hours that a policy lays down; there are none where both are the same."""
        return cls(time.fromisoformat(numbers.quiet_from), time.fromisoformat(numbers.quiet_until), zone)

    def over(self, at: Millis) -> Millis:
        """Return the first instant from `at` on that is not in the quiet hours; the instant they end is not."""
        moment = to_datetime(at, self.zone)
        clock = moment.time().replace(tzinfo=None)
        if self.begins <= self.ends:
            is_quiet, ends_today = self.begins <= clock < self.ends, True
        else:
            is_quiet, ends_today = clock >= self.begins or clock < self.ends, clock < self.ends
        if not is_quiet:
            return at
        day = moment.date() if ends_today else moment.date() + timedelta(days=1)
        return max(at, to_millis(datetime.combine(day, self.ends, self.zone)))


def first_try(now: Millis, not_before: Millis | None, quiet: Quiet, *, is_urgent: bool) -> Millis:
    """Return when a message that is owed now is told first."""
    earliest = max(now, now if not_before is None else not_before)
    return earliest if is_urgent else quiet.over(earliest)


def after_no_answer(
    tries: int, now: Millis, numbers: MessageNumbers, quiet: Quiet, *, is_urgent: bool
) -> Millis | None:
    """Return when it is tried again after so many calls that nobody answered; None: it is the manager's now."""
    if tries >= TRIES:
        return None
    waits = (numbers.tell_again_s, numbers.tell_third_s)[min(tries, 2) - 1] * SECOND
    return now + waits if is_urgent else quiet.over(now + waits)


def after_failure(tries: int, now: Millis) -> Millis | None:
    """Return when a program tries again after so many tries that a channel did not take; None: it gives up."""
    return now + BACK_OFF[tries - 1] if tries <= len(BACK_OFF) else None
