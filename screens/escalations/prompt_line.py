"""A prompt as one line: since when, what is wrong, and on the right what this station must do now (Z5, Z6)."""

from frontdesk.domain.escalations.escalation import Escalation
from frontdesk.domain.escalations.prompts import is_answered
from frontdesk.domain.picture.snapshot import Snapshot
from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.clock import Millis
from frontdesk.words.escalations.prompt import said_and_todo
from frontdesk.words.i18n import _
from frontdesk.words.times import short_time
from screens.kit.lines import Line, Span, ends, shortened
from screens.kit.store_zone import store_zone

_FEWEST = 26
"""How many cells are reserved at least for what is wrong."""


def prompt_line(
    prompt: Escalation, snapshot: Snapshot, station: StationKind, now: Millis, width: int, *, dialogs: int = 0
) -> Line:
    """Return a prompt in `width` cells. `dialogs`: how many must be closed before its key works; the line says so."""
    said, todo = said_and_todo(prompt, snapshot, station, now)
    tone = "answered" if is_answered(prompt) else "prompt"
    mark = f"‼{prompt.level}" if prompt.level > 1 else "‼"
    since = short_time(prompt.crossed_at, store_zone(snapshot), now)
    if dialogs == 1:
        todo = _("Esc, then {todo}").format(todo=todo)
    elif dialogs:
        todo = _("Esc ×{count}, then {todo}").format(count=dialogs, todo=todo)
    todo = shortened(todo, max(_FEWEST, width - _FEWEST))
    return ends([Span(f" {mark} {since} {said} ", tone)], [Span(f" ▸ {todo} ", tone)], width, tone)
