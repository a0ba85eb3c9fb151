"""How it is said how head office stands with a store."""

from zoneinfo import ZoneInfo

from frontdesk.domain.group.office import Trouble
from frontdesk.domain.group.store import Store
from frontdesk.domain.values.clock import Millis
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.times import short_time


def heard(store: Store, zone: ZoneInfo, now: Millis) -> str:
    """Return when a store was heard of last."""
    return "—" if store.heard_at is None else short_time(store.heard_at, zone, now)


def why(store: Store) -> str:
    """Return why what a store sends is not taken; "" where it is."""
    if store.trouble is None:
        return ""
    return word(Trouble(store.trouble)) if store.trouble in set(Trouble) else store.trouble


def trouble(store: Store, zone: ZoneInfo, now: Millis) -> str:
    """Return since when, at which event and why what a store sends is not taken."""
    since = "—" if store.trouble_at is None else short_time(store.trouble_at, zone, now)
    if store.trouble_seq is None:
        return _("{code}, since {time}: {why}").format(code=store.code, time=since, why=why(store))
    said = _("{code}, since {time}, at event {number}: {why}")
    return said.format(code=store.code, time=since, number=store.trouble_seq, why=why(store))
