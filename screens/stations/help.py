"""Every key of a station, and what the colours and words mean."""

from operator import itemgetter

from frontdesk.domain.cases.clocks import ClockName
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.clock import SECOND
from frontdesk.words.cases.clocks import short_clock
from frontdesk.words.i18n import N_, _
from frontdesk.words.lookup import word
from frontdesk.words.phrases import labelled
from frontdesk.words.times import duration
from screens.kit.keys import ALL, DESK, EVERYWHERE, Key
from screens.kit.lines import Lines
from screens.kit.spans import Line, Span, fit, line, wrap
from screens.stations.help_pages import HelpPages

_INDENT = 26

OTHER_KEYS = (
    ("↑ ↓", N_("Choose a car: among those that fit what is typed, or on the board."), EVERYWHERE),
    ("10:05", N_("Typed behind the plate (A12345 10:05): when it really happened. Both times stay on record."), ALL),
    ("Tab", N_("Go to the complaint queue and back; Enter there opens a case."), DESK),
    ("Esc", N_("Empty the entry box, or close a dialog without doing anything."), EVERYWHERE),
)
"""The other keys and inputs, each with its stations."""

FINDS = ("Ctrl+P", N_("then choose"), N_("Find any of these actions by name, also what has no key of its own:"))
"""The key that finds by name; what has no key of its own stands behind it."""


class HelpText(Lines):
    """The help as lines."""

    def __init__(self, station: StationKind, keys: tuple[Key, ...], policy: Policy) -> None:
        super().__init__()
        self._station, self._keys, self._policy = station, keys, policy

    def build(self, width: int) -> list[Line]:
        """Return a row for each key, then the words of the board."""
        lines: list[Line] = []
        for key, name, said in self._rows():
            head = fit([Span(f" {key:<10}", "key"), Span(name, "head")], _INDENT)
            rows = wrap(said, max(10, width - _INDENT))
            lines.append(line(*head, rows[0]))
            lines += [line(Span(" " * _INDENT + row)) for row in rows[1:]]
        lines.append(())
        for tone, name, said in self._tones():
            lines.append(line(*fit([Span(f" {name}", tone)], _INDENT), said))
        if self._station in DESK:
            lines += [line(Span(f" {row}")) for row in wrap(short_clocks(), max(10, width - 1))]
        return lines

    def _rows(self) -> list[tuple[str, str, str]]:
        named = [(key.shown, _(key.label), _(key.help)) for key in self._keys]
        others = [(key, "", _(text)) for key, text, stations in OTHER_KEYS if self._station in stations]
        finds = (FINDS[0], _(FINDS[1]), _(FINDS[2]))
        return [*filter(itemgetter(0), named), *others, finds, *(row for row in named if not row[0])]

    def _tones(self) -> tuple[tuple[str, str, str], ...]:
        """Return each colour with its word and its meaning, with the limits of this store."""
        policy = self._policy
        warned, limit = duration(policy.over_stay_warning_s * SECOND), duration(policy.over_stay)
        filling = _("more than {time}, or {count} cars in the zone")
        over = _("more than {time}, or {count} cars in the zone: a prompt is raised")
        return (
            ("ok", _("normal"), _("up to {time} in the zone").format(time=warned)),
            ("warn", _("attention"), filling.format(time=warned, count=policy.over_count_warning)),
            ("over", _("over limit"), over.format(time=limit, count=policy.over_count)),
            ("dim", _("dimmed"), _("the database cannot be read: the picture is old, since the time shown")),
        )


def short_clocks() -> str:
    """Return the meanings of the short clock names and signs in a list of cases."""
    names = [f"{short_clock(name)} {word(name)}" for name in ClockName if short_clock(name) != word(name)]
    signs = _("{overdue} overdue, {paused} paused, ! soon due, ~ may still change").format(
        overdue=_("+"), paused=_("‖{time}").format(time="")
    )
    return labelled(_("clocks"), " · ".join([*names, signs]))


class HelpDialog(HelpPages):
    """The help screen."""

    def __init__(self, station: StationKind, keys: tuple[Key, ...], policy: Policy) -> None:
        super().__init__(station, HelpText(station, keys, policy))
