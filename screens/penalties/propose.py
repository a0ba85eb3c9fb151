"""Proposing a penalty on a case: the evidence, who is responsible, a few words (Z8)."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.events import Click
from textual.reactive import var
from textual.widgets import Input

from frontdesk.desk import penalties
from frontdesk.domain.escalations.escalation import Escalation
from frontdesk.domain.penalties.penalty import check_offer
from frontdesk.domain.picture.case_page import CasePage
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.plates import show_plate
from frontdesk.words.escalations.record import crossing, handling, moment
from frontdesk.words.i18n import N_, _
from frontdesk.words.lookup import word
from frontdesk.words.penalties import heading, money
from frontdesk.words.phrases import case_number
from screens.kit.choices import Choice
from screens.kit.command_dialog import CLOSE, CommandDialog
from screens.kit.dialog import Done, LiveDialog, Trouble, field, static
from screens.kit.key_hints import KeyHints
from screens.kit.keys import Key, bindings
from screens.kit.live_lines import LiveLines
from screens.kit.spans import Line, Span, fit, line, wrap
from screens.kit.station import Station
from screens.kit.store_zone import store_zone

_KEYS = (Key("f10", "propose", N_("propose"), ""),)
_OTHER_ROWS = 11
"""How many rows the frame, the fields, a long sentence and the keys take."""


class Evidence(LiveLines, can_focus=True):
    """The crowdings that the car met at that visit, two lines each; one of them is chosen."""

    REDRAWN_BY = ("index",)

    index: var[int] = var(0)

    def __init__(self, page: CasePage) -> None:
        super().__init__(id="evidence")
        self._page = page
        self._rows: dict[int, int] = {}

    @property
    def chosen(self) -> Escalation | None:
        """The crowding that is chosen."""
        return self._page.crowdings[self.index] if self._page.crowdings else None

    def build(self, width: int) -> list[Line]:
        """Return the case and its possible penalty, its earlier penalties, then the crowdings that the car met."""
        snapshot, page, self._rows = self.snapshot, self._page, {}
        if snapshot is None:
            return []
        zone = store_zone(snapshot)

        def at(crossed: Millis) -> str:
            return moment(crossed, zone, self.now)

        cost = _("{amount} for the car").format(amount=money(snapshot.policy.penalty_cny))
        case = _("complaint No. {number}").format(number=page.case.id)
        lines: list[Line] = [line(Span(" · ".join((f" {case}", show_plate(page.case.plate) or "—", cost)), "head"))]
        for penalty in page.penalties:
            lines += [
                line(Span(f" {row}", "warn")) for row in wrap(f"{heading(penalty)} · {word(penalty.state)}", width - 2)
            ]
        room = max(2, (self.screen.size.height - _OTHER_ROWS - len(lines)) // 2)
        top = max(0, min(self.index - room // 2, len(page.crowdings) - room))
        for place, met in enumerate(page.crowdings[top : top + room], top):
            now_known = snapshot.escalation(met.id) or met
            self._rows |= {len(lines): place, len(lines) + 1: place}
            mark, tone = ("●", "chosen") if place == self.index else ("○", "plain")
            first = f" {mark} {crossing(now_known, at)} "
            lines += [fit([Span(first, tone)], width), fit([Span(f"   {handling(now_known, self.now)}")], width)]
        if len(page.crowdings) > room:
            more = _("{place} of {count}").format(place=self.index + 1, count=len(page.crowdings))
            lines.append(line(Span(f" {more}", "dim")))
        return lines

    def go(self, step: int) -> None:
        """Choose another one."""
        self.index = max(0, min(self.index + step, len(self._page.crowdings) - 1))

    def on_click(self, event: Click) -> None:
        self.index = self._rows.get(event.y, self.index)


class Responsible(Choice):
    """A choice from the staff list; nobody is chosen at first."""

    def __init__(self) -> None:
        super().__init__(["—"], id="person")

    @property
    def person(self) -> str:
        """The name that is chosen; "" for none."""
        return self._words[self.index] if self.index else ""

    def take_words(self, fresh: Choice) -> None:
        """Names are the same in every language."""

    def offer(self, people: list[str]) -> None:
        """Offer these people; the chosen person stays chosen."""
        chosen = self.person
        self._words = ["—", *people]
        self.index = self._words.index(chosen) if chosen in people else 0
        self.redraw()


class PenaltyDialog(CommandDialog[None]):
    """The form. The proposal stands in the ledger at once, and is charged when a second person has signed."""

    TOPIC = "penalties"

    # What is filled in leaves these keys to the dialog, so they do what the last line says wherever the focus is.
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(_KEYS),
        Binding("up", "go(-1)", show=False),
        Binding("down", "go(1)", show=False),
        Binding("enter", "app.focus_next", show=False),
    ]

    def __init__(self, page: CasePage, station: Station) -> None:
        super().__init__(station)
        self._page = page

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog") as box:
            box.border_title = _("Propose a penalty")
            yield Evidence(self._page).data_bind(LiveDialog.live)
            yield Done()
            yield field(_("responsible"), Responsible())
            yield field(
                _("words"), Input(id="words", compact=True, max_length=1000, placeholder=_("a few words about it"))
            )
            yield Trouble()
            yield KeyHints((*_KEYS, CLOSE), tall=False)
            yield static(_("↑ ↓ the evidence · ← → the person · Tab or Enter: the next field"))

    async def on_mount(self) -> None:
        """Put the focus on the responsible person. The first evidence is chosen already, but no person."""
        self.query_one(Responsible).focus()
        self.call_later(self._check)

    def picture_changed(self) -> None:
        """Offer the current staff list."""
        if self.snapshot is not None:
            for choice in self.query(Responsible):
                choice.offer([person.name for person in self.snapshot.staff])

    @on(Input.Submitted)
    def _entered(self) -> None:
        """Enter goes on to the next field; only F10 proposes."""
        self.focus_next()

    def action_go(self, step: int) -> None:
        """↑ ↓: choose other evidence."""
        self.query_one(Evidence).go(step)

    async def action_propose(self) -> None:
        """F10: propose the penalty. If that fails, show the reason and keep everything that was filled in."""
        if not self.listens() or self.query_one(Done).text:
            return
        person, evidence = self.query_one(Responsible).person, self.query_one(Evidence).chosen
        answer = await self.perform(
            penalties.propose,
            self._page.case.id,
            person,
            escalation=evidence.id if evidence else None,
            words=self.query_one("#words", Input).value,
        )
        if answer is not None:
            said = _("Penalty {number} of {name} is proposed. Somebody else signs it: Esc back to the console, Ctrl+B.")
            self.tell(said.format(number=case_number(answer.number), name=person))

    def _check(self) -> None:
        """If no penalty can be proposed, say so before anything is filled in."""
        page = self._page
        try:
            check_offer(page.case, page.crowdings, page.standing)
        except Refused as error:
            self.complain(error)
