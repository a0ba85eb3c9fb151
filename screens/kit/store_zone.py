"""The time zone of the store whose picture is shown."""

from zoneinfo import ZoneInfo

from frontdesk.domain.picture.snapshot import Snapshot


def store_zone(snapshot: Snapshot) -> ZoneInfo:
    """Return the store's time zone."""
    return ZoneInfo(snapshot.policy.time_zone)
