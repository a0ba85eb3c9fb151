"""Draws head office's dashboard. Pure: values in, lines out."""

from rich.cells import cell_len

from frontdesk.domain.group.comparison import Measure, Standing
from frontdesk.domain.group.office import OfficeReason, StoreState
from frontdesk.words.group.comparison import per_hundred
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.phrases import labelled
from frontdesk.words.refusals.sentence import sentence
from frontdesk.words.times import clock_time
from screens.group.picture import GroupPicture
from screens.kit.notices import no_data
from screens.kit.spans import Line, Span, ends, fit, line, wrap

TONES = {
    StoreState.REFUSED: "over", StoreState.NEVER_HEARD: "warn", StoreState.SILENT: "warn", StoreState.CURRENT: "plain",
}  # fmt: skip
STANDS = {Standing.HIGHER: "warn", Standing.LOWER: "ok", Standing.LIKE: "plain", Standing.TOO_FEW: "dim"}
"""The tones of how a store stands beside the group."""
_AWAY = frozenset({OfficeReason.NO_POSTGRESQL, OfficeReason.POSTGRESQL_FAILED})
"""Why there is no answer where nothing has to be done here but to wait; what PostgreSQL said is in the log."""
_TURNING = 14
"""How many cells ◂ 2026-11 ▸ takes, with the blank behind it."""


def draw_status(picture: GroupPicture, width: int) -> list[Line]:
    """Return the first line: whose screen it is, whether it is live, and the time."""
    count = len(picture.stores or ())
    said = _("1 store") if count == 1 else _("{count} stores").format(count=count)
    fresh = Span(f" ● {_('live')} ", "ok")
    if picture.stale_since is not None:
        fresh = no_data(picture.stale_since, picture.zone)
    elif picture.stores is None:
        said, fresh = _("reading …"), Span("")
    right = [fresh, Span(f" {clock_time(picture.now, picture.zone)} ", "head")]
    return [ends([Span(" "), Span(_("head office"), "head"), Span(f" · {said}")], right, width)]


def draw_trouble(picture: GroupPicture, width: int) -> list[Line]:
    """Return what keeps the picture from being read; no line where nothing does."""
    said: list[str] = []
    if picture.stale_since is not None:
        is_away = picture.why is None or picture.why.reason in _AWAY
        if picture.why is not None and not (is_away and picture.stores is not None):
            said.append(sentence(picture.why))
        elif picture.stores is None:
            said.append(_("Head office's database does not answer."))
        if picture.stores is not None:
            kept = _("Head office's database does not answer. What is shown is of {time}; it goes on by itself.")
            said.append(kept.format(time=clock_time(picture.stale_since, picture.zone)))
    elif picture.why_no_month is not None:
        reason = sentence(picture.why_no_month)
        said.append(labelled(_("{month} could not be counted").format(month=picture.month), reason))
    return [line(Span(f" {row}", "over")) for each in said for row in wrap(f"✗ {each}", width - 1)]


def draw_group(picture: GroupPicture, width: int) -> list[Line]:
    """Return how many stores are in which state, and the group's figures of the month."""
    lines = [fit(_states(picture), width)]
    turns = turning(picture)
    found = picture.comparison
    if found is None:
        said = "" if picture.why_no_month or picture.stale_since is not None else _("counting …")
        return [*lines, fit([*turns, Span(f" {said}", "dim")], width), fit([], width)]
    cars = labelled(_("arrivals"), f"{found.cars:,}")
    rates = [f"{word(measure)} {per_hundred(found.rate(measure))}" for measure in Measure]
    first, *more = _joined([f"{cars} · {_('for each 100 cars')} ", *rates], width - _TURNING)
    rows = [line(*turns, f" {first}"), *(line(Span(" " * _TURNING + row)) for row in more)]
    return [*lines, *rows, *([()] if not more else [])]


def _joined(pieces: list[str], width: int) -> list[str]:
    """Return pieces one after another in rows of so many cells; none is broken."""
    rows = [pieces[0]]
    for piece in pieces[1:]:
        if cell_len(rows[-1] + piece) > width:
            rows.append("")
        rows[-1] += f"{piece}  "
    return [row.rstrip() for row in rows]


def turning(picture: GroupPicture) -> Line:
    """Return the month, between the keys that turn to another one."""
    return line(Span(" ◂ ", "key"), Span(str(picture.month), "head"), Span(" ▸ ", "key"))


def _states(picture: GroupPicture) -> list[Span]:
    states = [store.state(picture.now) for store in picture.stores or ()]
    spans = [Span(" ")]
    for state in StoreState:
        count = states.count(state)
        if count:
            spans += [Span(" · ", "dim")] if len(spans) > 1 else []
            spans.append(Span(f"{word(state)} {count}", TONES[state]))
    return spans
