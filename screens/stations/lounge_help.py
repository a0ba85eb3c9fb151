"""The help of the lounge display: its few keys, and the meaning of its contents."""

from frontdesk.domain.stations.station import StationKind
from frontdesk.words.i18n import _
from screens.kit.lines import Lines
from screens.kit.spans import Line, Span, fit, line, wrap
from screens.stations.help_pages import HelpPages
from screens.stations.keys import DEMO_KEYS, KEYS

_INDENT = 26


class LoungeHelpText(Lines):
    """The help as lines."""

    def __init__(self, *, demo: bool) -> None:
        super().__init__()
        self._keys = [key for key in KEYS if key.of_application or key.key == "f1"]
        self._keys += DEMO_KEYS if demo else ()

    def build(self, width: int) -> list[Line]:
        """Return a row for each key, then the meaning of the contents."""
        rows = [([Span(f" {key.shown:<10}", "key"), Span(_(key.label), "head")], _(key.help)) for key in self._keys]
        rows += [
            ([Span(" " + name, "head")], said)
            for name, said in (
                (_("big number"), _("called last, to the bay beside the arrow; it blinks while the call is new")),
                (_("below it"), _("others who are called, who waits and for how long, who did not come")),
                (_("dimmed"), _("the database cannot be read: the picture is old, since the time shown")),
            )
        ]
        lines: list[Line] = []
        for head, said in rows:
            first, *more = wrap(said, max(10, width - _INDENT))
            lines.append(line(*fit(head, _INDENT), first))
            lines += [line(" " * _INDENT + row) for row in more]
        return lines


class LoungeHelp(HelpPages):
    """The help screen of the lounge's display."""

    def __init__(self, *, demo: bool) -> None:
        super().__init__(StationKind.LOUNGE, LoungeHelpText(demo=demo))
