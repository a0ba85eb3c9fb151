"""Who left without having been received, as JSON."""

from frontdesk.domain.zone.leaving import LeftUnreceived


def left_json(left: LeftUnreceived) -> dict[str, object]:
    """Return how many left without having been received, and why."""
    return {"count": left.count, "reasons": {why.value: count for why, count in left.by_reason.items()}}
