"""What a station is asked, as one line: what is the matter, and at the right what to do now (Z5, Z6)."""

from collections.abc import Sequence

from rich.cells import cell_len

from frontdesk.domain.escalations.escalation import Escalation
from frontdesk.domain.escalations.open_steps import OpenStep
from frontdesk.domain.escalations.panel import Row
from frontdesk.domain.escalations.prompts import is_answered
from frontdesk.domain.escalations.tasks import Task
from frontdesk.domain.escalations.terms import Kind, State
from frontdesk.domain.picture.snapshot import Snapshot
from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.zone.offers import Offer
from frontdesk.words.escalations.prompt import meanwhile, situations
from frontdesk.words.escalations.prompt import todo as todo_of
from frontdesk.words.escalations.tasks import task_text
from frontdesk.words.i18n import _
from frontdesk.words.steps import leader_of, step_left, step_text, step_todo
from frontdesk.words.times import short_time
from frontdesk.words.zone import offer_text
from screens.kit.spans import Line, Span, ends, shortened
from screens.kit.store_zone import store_zone

_FEWEST = 26
"""How many cells are reserved at least for what is wrong."""
_LEAST = 15
"""How many cells are left for what is wrong where what is to be done would be cut; with its mark and its time."""
_BESIDE = 8
"""The cells between what is to be done and its key."""
_LOOSE = 12
"""With more cells than these to spare, who has it stands in the middle."""


def row_line(
    row: Row, snapshot: Snapshot, station: StationKind, now: Millis, width: int, *, listed: bool = False
) -> Line:
    """Return a line of the panel, or of the list of all prompts (`listed`), in `width` cells."""
    if isinstance(row.first, Escalation):
        return prompt_line(row.prompts, snapshot, station, now, width, listed=listed)
    if isinstance(row.first, OpenStep):
        return _step(row.first, len(row.items), snapshot, now, width)
    if isinstance(row.first, Task):
        since = short_time(row.first.asked_at, store_zone(snapshot), now)
        return _task(f"☐ {since} {task_text(row.first, snapshot.floor.places)}", _("F8 done"), width)
    todo = _("F8 done") if row.asks or listed else _("F12 takes it up")
    return _offers([item for item in row.items if isinstance(item, Offer)], todo, now, width)


def prompt_line(
    prompts: Sequence[Escalation],
    snapshot: Snapshot,
    station: StationKind,
    now: Millis,
    width: int,
    *,
    dialogs: int = 0,
    listed: bool = False,
) -> Line:
    """Return prompts of one kind in `width` cells, the most urgent first.

    `dialogs`: how many have to be closed before its key answers; it says so. `listed`: in the list of all prompts.
    """
    said, todo = situations(prompts, snapshot, now), todo_of(prompts[0], snapshot, station, now, listed=listed)
    tone = "answered" if is_answered(prompts[0]) else "prompt"
    level = max(prompt.level for prompt in prompts)
    mark = "✓" if prompts[0].state is State.CLEARED else f"‼{level}" if level > 1 else "‼"
    since = short_time(min(prompt.crossed_at for prompt in prompts), store_zone(snapshot), now)
    # Its key works over every dialog.
    dialogs = 0 if prompts[0].kind is Kind.INCIDENT else dialogs
    room, todo = max(_FEWEST, width - _FEWEST), _after_dialogs(todo, dialogs)
    if cell_len(todo) > room:
        todo = _after_dialogs(todo_of(prompts[0], snapshot, station, now, brief=True, listed=listed), dialogs)
    todo = f"▸ {_with_its_key(todo, max(room, width - _LEAST))} " if todo else ""
    return _three(f" {mark} {since} {said} ", meanwhile(prompts[0], snapshot, station, now), todo, width, tone)


def _three(said: str, has: str, todo: str, width: int, tone: str) -> Line:
    """Return what is wrong, who has it where that fits, and at the right end what to do."""
    left, room = max(_FEWEST, cell_len(said)), width - cell_len(todo) - 1
    if has and (not todo or left + cell_len(has) + 2 <= room or _FEWEST + cell_len(has) <= room):
        kept = min(cell_len(said), max(_FEWEST, room - cell_len(has) - 2))
        said = shortened(said, kept)
        has = shortened(has, room - cell_len(said))
        free = room - cell_len(said) - cell_len(has)
        has = " " * (free // 2 if free > _LOOSE else free) + has
    else:
        has = ""
    return ends([Span(said, tone), Span(has, tone)], [Span(f" {todo}", tone)], width, tone)


def _after_dialogs(todo: str, dialogs: int) -> str:
    if dialogs == 1 and todo:
        return _("Esc, then {todo}").format(todo=todo)
    return _("Esc ×{count}, then {todo}").format(count=dialogs, todo=todo) if dialogs and todo else todo


def _with_its_key(todo: str, width: int) -> str:
    """Return what is to be done in `width` cells; where it ends with its key, that stays whole."""
    comma = max(todo.rfind(","), todo.rfind("，"))
    if cell_len(todo) > width and comma > 0 and todo.endswith("F8"):
        return shortened(todo[:comma], width - cell_len(todo[comma:])) + todo[comma:]
    return shortened(todo, width)


def _step(first: OpenStep, count: int, snapshot: Snapshot, now: Millis, width: int) -> Line:
    """Return the first of a team's steps, how many there are, and what F8 does with it; who leads, where that fits."""
    left = step_left(first, now)
    todo = " · ".join(
        filter(None, (_("{count} steps").format(count=count) if count > 1 else "", left, step_todo(first)))
    )
    said, leads = f"☐ {step_text(first)}", leader_of(first, snapshot.teams)
    if leads and cell_len(said) + cell_len(leads) + cell_len(todo) + _BESIDE <= width:
        said += f" · {leads}"
    return _task(shortened(said, max(_LEAST, width - cell_len(todo) - _BESIDE)), todo, width)


def _offers(offered: Sequence[Offer], todo: str, now: Millis, width: int) -> Line:
    said = f"☐ {offer_text(offered[0], now)}"
    if len(offered) > 1:
        said += " · " + _("and {count} more").format(count=len(offered) - 1)
    return _task(said, todo, width)


def _task(said: str, todo: str, width: int) -> Line:
    return ends([Span(f" {said} ", "task")], [Span(f" ▸ {todo} ", "task")], width, "task")
