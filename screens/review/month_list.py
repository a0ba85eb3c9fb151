"""A month under review as a list: its figures, its causes, the commonest first, and what is done about them (Z7)."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from textual.binding import Binding, BindingType
from textual.events import Click
from textual.message import Message
from textual.reactive import var

from frontdesk.desk.review.under_review import MonthUnderReview
from frontdesk.domain.picture.snapshot import Snapshot
from frontdesk.domain.review.month import MonthsCauses, ReviewCase
from frontdesk.domain.values.text import clean_line
from frontdesk.words.approvals import signature_lines
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.matters import time_left
from frontdesk.words.measures import heading as measure_line
from frontdesk.words.phrases import case_number, labelled
from frontdesk.words.review.month import cause_word, corrections_lines, figures_line, fullest_line
from frontdesk.words.times import day_and_time
from screens.kit.chosen_list import ChosenList
from screens.kit.spans import Line, Span, ends, fit, line, shortened, width_of, wrap
from screens.kit.store_zone import store_zone

_NAME, _BAR = 32, 24


class Group(NamedTuple):
    """The cases of a month that have one cause, said or proposed."""

    number: int
    cause: str | None
    cases: tuple[ReviewCase, ...]
    open: tuple[ReviewCase, ...]
    """Those of which nobody has said it yet."""


class Shown(NamedTuple):
    """What the page shows of a month."""

    month: MonthUnderReview
    causes: MonthsCauses

    @property
    def groups(self) -> tuple[Group, ...]:
        """The cases by their causes, the commonest first; those with none, said or proposed, last."""
        cases = self.causes.cases
        counted = Counter(self.cause_of(case) for case in cases)
        order = sorted(counted, key=lambda cause: (cause is None, -counted[cause], cause or ""))
        said = self.month.causes
        return tuple(
            Group(number, cause, mine, tuple(case for case in mine if case.escalation.id not in said))
            for number, cause in enumerate(order, 1)
            for mine in (tuple(case for case in cases if self.cause_of(case) == cause),)
        )

    def cause_of(self, case: ReviewCase) -> str | None:
        """Return the cause that was said of a case, else the one that is proposed."""
        said = self.month.causes.get(case.escalation.id)
        return said.cause if said else case.proposal.cause


class MonthList(ChosenList):
    """The causes of a month. ← → turn to the reviews of other months."""

    REDRAWN_BY = (*ChosenList.REDRAWN_BY, "shown")
    OTHER_ROWS = 11
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "turn(-1)", show=False),
        Binding("right", "turn(1)", show=False),
        Binding("enter", "take", show=False),
    ]

    shown: var[Shown | None] = var(None)

    @dataclass
    class Turned(Message):
        """The user asks for the review of another month, this many months later."""

        months: int

    class Taken(Message):
        """Enter was pressed on a cause."""

    def __init__(self) -> None:
        super().__init__(id="month", marked=1)
        self._heading: Line = ()

    @property
    def group(self) -> Group | None:
        """The marked cause with its cases."""
        groups = self.shown.groups if self.shown else ()
        return next((group for group in groups if group.number == self.marked), None)

    def build(self, width: int) -> list[Line]:
        """Return the month and its figures, a line for each cause, then measures, signatures and the conclusion."""
        shown, snapshot = self.shown, self.snapshot
        if shown is None or snapshot is None:
            return [line(Span(" " + _("The month is being read …"), "dim"))]
        lines = self._head(shown, snapshot, width)
        after = list(self._after(shown, snapshot, width))
        groups = shown.groups
        if not groups:
            lines.append(line(Span(" " + _("no over-count and no over-stay in this month"), "dim")))
        head, taken = len(lines), len(lines) + len(after)
        so_far = sum(len(group.cases) for group in groups[: self.first_in_view(self.room(taken))])
        total = len(shown.causes.cases)
        for _number, group in self.in_view(groups, lines, taken=taken):
            so_far += len(group.cases)
            lines.append(self._row(group, total, so_far, width))
        return [*lines, *after[: max(0, self.room(head) - (len(lines) - head))]]

    def numbers(self) -> list[int]:
        """Return the numbers of the causes."""
        return [group.number for group in self.shown.groups] if self.shown else []

    def action_turn(self, months: int) -> None:
        self.post_message(self.Turned(months))

    def action_take(self) -> None:
        self.post_message(self.Taken())

    def on_click(self, event: Click) -> None:
        """Turn the month if an arrow was touched, or mark the touched cause."""
        if event.y == 0 and event.x < width_of(self._heading):
            self.action_turn(-1 if event.x < width_of(self._heading) // 2 else 1)

    def _head(self, shown: Shown, snapshot: Snapshot, width: int) -> list[Line]:
        review = shown.month.review
        self._heading = line(Span(" ◂ ", "key"), Span(str(review.month), "head"), Span(" ▸ ", "key"))
        first = review.matter.next_due
        owed = ""
        if first is not None:
            owed = f" · {day_and_time(first.due_at, store_zone(snapshot))} {time_left(first, self.now)}"
        lines: list[Line] = [ends(self._heading, [Span(f"{word(review.state)}{owed} ", "head")], width)]
        return [*lines, *(line(Span(f" {row}")) for row in wrap(figures_line(shown.month.figures), width - 2))]

    def _row(self, group: Group, total: int, so_far: int, width: int) -> Line:
        marked = group.number == self.marked
        room = min(_NAME, width // 2 - 4)
        name = shortened(f" {'▸' if marked else ' '}{cause_word(group.cause)}", room - 1)
        count = len(group.cases)
        waits = _("{count} to confirm").format(count=len(group.open)) if group.open and group.cause else ""
        if group.cause is None:
            waits = _("say them first: F3")
        figures = f"{count:>4} {count / total:>4.0%} {so_far / total:>5.0%} "
        bar_room = max(0, min(_BAR, width - _NAME - 4 - len(figures) - 14))
        bar = Span("▇" * max(1, round(bar_room * count / total)) if bar_room else "", "key")
        left = [
            *fit([Span(name, "chosen" if marked else "plain")], room),
            *fit([bar], bar_room + 1),
            Span(waits, "warn"),
        ]
        return ends(left, [Span(figures, "head" if marked else "plain")], width)

    def _after(self, shown: Shown, snapshot: Snapshot, width: int) -> Iterator[Line]:
        month, zone = shown.month, store_zone(snapshot)
        if said := fullest_line(shown.causes.week.fullest):
            yield line(Span(f" {said}", "dim"))
        for measure in month.measures:
            yield line(Span(f" {shortened(measure_line(measure, zone, self.now), width - 2)}"))
        for left in month.review.left:
            why = labelled(f"{cause_word(left.cause)} · {_('without a measure')}", clean_line(left.why))
            yield line(Span(f" {shortened(why, width - 2)}", "dim"))
        if month.problems:
            numbers = _(", ").join(case_number(case.id) for case in month.problems)
            yield line(Span(f" {shortened(labelled(_('major quality problems'), numbers), width - 2)}", "warn"))
        if month.corrections:
            changed = _(", ").join(corrections_lines(month.corrections))
            told = labelled(_("corrected since the last signature"), changed)
            yield line(Span(f" {shortened(told, width - 2)}", "warn"))
        for approval in month.approvals:
            for told in signature_lines(approval, zone):
                yield from (line(Span(f" {row}")) for row in wrap(told, width - 2))
        for row in wrap(clean_line(month.review.conclusion, None), width - 2) if month.review.conclusion else ():
            yield line(Span(f" {row}", "dim"))
