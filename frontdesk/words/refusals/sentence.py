"""Why something was not done: one sentence for each reason, in the user's language."""

from collections.abc import Callable, Iterable
from datetime import date, tzinfo
from enum import StrEnum
from zoneinfo import ZoneInfo

from rich.cells import cell_len, set_cell_size

from frontdesk.domain.journal.happened import Happened
from frontdesk.domain.stations.presence import Holder, Opener
from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.clock import DAY, Millis, to_datetime
from frontdesk.domain.values.errors import Detail, FrontdeskError, Reason
from frontdesk.domain.values.plates import show_plate
from frontdesk.domain.zone.places import Place
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.times import clock_time, exact_time, long_time, short_time
from frontdesk.words.zone import place_name

_TYPED = 40
"""How many cells of what was typed are said again: what would be right is said too, and is seen."""


_DATED: dict[str, Callable[[Millis, tzinfo], str]] = {
    "when": long_time, "begun": long_time, "exactly": exact_time, "first_at": exact_time
}  # fmt: skip
"""The facts that are instants with their date, and how each is written."""


def sentence(error: FrontdeskError, zone: tzinfo | None = None, *, typed: bool = False) -> str:
    """Return one clear sentence for what was not done and what would be right; plain text, never markup.

    `typed`: it was typed as a command, and there are no keys to press.
    """
    from frontdesk.words.refusals.table import CHOICES, FACTS, SENTENCES, TYPED  # noqa: PLC0415 - as in `_words_of`

    zone = zone or ZoneInfo("Asia/Shanghai")
    now = error.facts.get("now")
    today = to_datetime(now, zone).date() if isinstance(now, int) else None
    said = _Said((name, _fact(value, name, zone, today)) for name, value in error.facts.items())
    said |= {name: said[name].format_map(said) for name, value in error.facts.items() if isinstance(value, Detail)}
    if error.reason in FACTS:
        name, make = FACTS[error.reason]
        said[name] = make(error.facts, said)
    choose = CHOICES.get(error.reason)
    template = choose(error.facts, said) if choose else SENTENCES[error.reason]
    if typed:
        template = TYPED.get(error.reason, template)
    told, first = _(template).format_map(said), error.facts.get("first")
    if not isinstance(first, Happened):
        return told
    at = _moment(first.at, zone, today)
    return _("{sentence} Entered by {who} at {at}.").format(sentence=told, who=first.who, at=at)


class _Said(dict[str, str]):
    def __missing__(self, name: str) -> str:
        return "—"


def _fact(value: object, name: str, zone: tzinfo, today: date | None) -> str:
    if value is None:
        return ""
    if name in {"plate", "other"}:
        return show_plate(str(value))
    if name in {"at", "since", "now", "left_at"} and isinstance(value, int):
        return _moment(value, zone, today)
    if name in _DATED and isinstance(value, int):
        return _DATED[name](value, zone)
    if isinstance(value, Holder):
        return _holder(value, zone)
    if name == "times" and isinstance(value, tuple):
        # With the day, as they may be of several.
        value = tuple(short_time(at, zone, at - 2 * DAY) for at in value)
    by_type: list[tuple[type, Callable[..., str]]] = [
        (Place, place_name),
        (Detail, _words_of),
        (Reason, why),
        (tuple, _items),
        (list, _items),
        (StrEnum, word),
    ]
    return next((show(value) for kind, show in by_type if isinstance(value, kind)), _plain(value, name))


def _plain(value: object, name: str) -> str:
    text = str(value)
    if name != "text" or cell_len(text) <= _TYPED:
        return text
    return set_cell_size(text, _TYPED - 1).rstrip() + "…"


def _moment(at: Millis, zone: tzinfo, today: date | None) -> str:
    """Return an instant as a time of day, with its date if that is known to be another day than today."""
    is_today = today in {None, to_datetime(at, zone).date()}
    return clock_time(at, zone) if is_today else long_time(at, zone)


def _items(items: Iterable[object]) -> str:
    return _(", ").join(_item(item) for item in items)


def _item(item: object) -> str:
    if isinstance(item, Place):
        return f"{item.key} ({place_name(item)})"
    if isinstance(item, StrEnum):
        return word(item)
    if isinstance(item, Opener):
        return _opener(item)
    plate = getattr(item, "plate", None)
    return show_plate(plate) if plate else str(item)


def _opener(opener: Opener) -> str:
    process = _("process {pid}").format(pid=opener.pid)
    station = word(StationKind(opener.station)) if opener.station in set(StationKind) else opener.station
    named = " ".join(filter(None, (station, opener.who)))
    return _("{name} ({process})").format(name=named, process=process) if named else process


def _holder(holder: Holder, zone: tzinfo) -> str:
    running = _("process {pid}, running since {at}").format(pid=holder.pid, at=long_time(holder.since, zone))
    stopped = _("stopped") if holder.is_stopped else ""
    return f"{holder.program} ({_(', ').join(filter(None, (running, stopped)))})"


def why(reason: Reason) -> str:
    """Return why an action is not possible, in a few words."""
    from frontdesk.words.refusals.table import WHY  # noqa: PLC0415 - as in `_words_of`

    return _(WHY.get(reason, reason.value))


def _words_of(detail: Detail) -> str:
    # The sentences of every concern, needed only where something is refused: a station's start goes without them.
    from frontdesk.words.refusals.table import DETAILS  # noqa: PLC0415

    return _(DETAILS[detail])
