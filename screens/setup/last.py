"""The last steps: which station this is, and everything once more before it is written."""

from dataclasses import replace

from textual import on
from textual.app import ComposeResult

from frontdesk.domain.setup.draft import Draft, Step
from frontdesk.domain.stations.station import StationKind
from frontdesk.words.i18n import N_, _
from frontdesk.words.lookup import word
from frontdesk.words.setup import STATIONS, missing, summary
from screens.kit.choices import Menu
from screens.kit.dialog import Rest
from screens.kit.keys import Key
from screens.kit.lines import Lines
from screens.kit.spans import Line, Span, fit, line, wrap
from screens.setup.screen import SetupScreen

_KINDS = list(StationKind)
_TITLE = 21


class StationStep(SetupScreen):
    """Which station this machine is: one digit."""

    STEP = Step.STATION

    def boxes(self) -> ComposeResult:
        yield Menu([(word(kind), _(STATIONS[kind]), True) for kind in _KINDS])

    async def on_mount(self) -> None:
        menu = self.query_one(Menu)
        if self.draft.station is not None:
            menu.index = _KINDS.index(self.draft.station)
        menu.focus()

    def taken(self) -> Draft:
        return replace(self.draft, station=_KINDS[self.query_one(Menu).index])

    @on(Menu.Chosen)
    def _chosen(self, event: Menu.Chosen) -> None:
        self.query_one(Menu).index = event.index
        self.action_next()


class Summary(Lines):
    """All the answers."""

    def __init__(self, draft: Draft) -> None:
        super().__init__()
        self._draft = draft

    def build(self, width: int) -> list[Line]:
        """Return each answer behind its title, and what it means that somebody is missing."""
        lines: list[Line] = []
        for title, said in summary(self._draft):
            rows = wrap(said, width - _TITLE)
            heads = [fit([Span(title, "head")], _TITLE), *[fit([], _TITLE)] * (len(rows) - 1)]
            lines += [(*head, Span(row)) for head, row in zip(heads, rows, strict=True)]
        return lines + [line(Span(row, "warn")) for said in missing(self._draft.people) for row in wrap(said, width)]


class CheckStep(SetupScreen):
    """Everything once more; F10 writes it."""

    STEP = Step.CHECK
    ON = Key("f10", "next", N_("set up"), "")

    def boxes(self) -> ComposeResult:
        with Rest():
            yield Summary(self.draft)
