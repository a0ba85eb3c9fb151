"""One complaint: its words, its clocks, its history, and the visits of the car beside it (C12)."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.reactive import reactive
from textual.screen import Screen
from textual.widgets import Input

from frontdesk.desk import case_page, complaints, zone
from frontdesk.desk.hands import Hands
from frontdesk.domain.case_steps import NEEDS_NOTE, Step, possible_steps
from frontdesk.domain.clock import Millis
from frontdesk.domain.complaints import Complaint, Note
from frontdesk.domain.errors import FrontdeskError
from frontdesk.domain.plates import show_plate
from frontdesk.domain.snapshot import Snapshot
from frontdesk.i18n import _
from frontdesk.wording import duration, labelled, place_name, short_time, word
from screens.clocks import due_span
from screens.dialog import LiveDialog, Trouble, label
from screens.lines import Line, Span, line, wrap
from screens.picture import Picture
from screens.status import store_zone

_KEYS = {
    "f2": Step.ASSIGN,
    "f3": Step.ANSWER,
    "f4": Step.RESOLVE,
    "f5": Step.CONFIRM,
    "f6": Step.CLOSE,
    "f7": Step.REOPEN,
    "f8": Step.INFORM,
    "f10": Step.VISIT,
}


class CaseText(Picture):
    """Everything on record about one case."""

    case: reactive[Complaint | None] = reactive(None)
    notes: reactive[tuple[Note, ...]] = reactive(())
    visits: reactive[tuple[zone.VisitLine, ...]] = reactive(())
    phone: reactive[str] = reactive("")

    def build(self, width: int) -> list[Line]:
        """Return the case as lines."""
        case, shot = self.case, self.snapshot
        if case is None or shot is None:
            return []
        said = [word(case.kind), word(case.severity), word(case.channel), word(case.stage)]
        if case.assigned_to:
            said.append(_("assigned to {who}").format(who=case.assigned_to))
        zone_ = store_zone(shot)
        lines: list[Line] = [
            line(Span(" · ".join(said), "head")),
            line(Span(f"{case.customer or '—'}  {self.phone or case.phone or '—'}  {show_plate(case.plate) or '—'}")),
            line(Span(_("received {at}").format(at=short_time(case.received_at, zone_, self.now)), "dim")),
        ]
        lines += [line(Span(f"  {row}")) for row in wrap(case.words, max(10, width - 2))]
        lines.append(line(Span(_("clocks"), "head"), Span("  "), due_span(case, self.now, shot.policy.due_warning)))
        for clock in case.clocks:
            due_at = _("due {time}").format(time=short_time(clock.due_at, zone_, self.now))
            due = "  " + labelled(word(clock.name), due_at)
            met = f" · {_('met {at}').format(at=short_time(clock.met_at, zone_, self.now))}" if clock.met_at else ""
            late = f" · {_('late')}" if clock.is_missed(self.now) else ""
            # What hangs on a year nobody has published may still change.
            met += f" · {_('provisional')}" if clock.provisional and clock.met_at is None else ""
            lines.append(line(Span(due + met), Span(late, "over")))
        lines.append(line(Span(_("history"), "head")))
        for note in self.notes:
            text = f"  {short_time(note.at, zone_, self.now)} {note.who} {word(Step(note.step))} {note.words}"
            lines += [line(Span(row)) for row in wrap(text, width)]
        lines.append(line(Span(_("visits of {plate}").format(plate=show_plate(case.plate) or "—"), "head")))
        for visit in self.visits:
            lines += self._visit(visit, shot)
        return lines

    def watch_case(self) -> None:
        """The case changed."""
        self.redraw()

    def watch_notes(self) -> None:
        """The history grew."""
        self.redraw()

    def watch_visits(self) -> None:
        """The visits were looked up."""
        self.redraw()

    def watch_phone(self) -> None:
        """The phone number is shown in full."""
        self.redraw()

    def _visit(self, visit: zone.VisitLine, shot: Snapshot) -> list[Line]:
        at = store_zone(shot)

        def told(name: str, moment: Millis | None) -> str:
            return f" · {name} {short_time(moment, at, self.now)}" if moment else ""

        head = short_time(visit.arrived_at, at, self.now)
        head += told(_("received"), visit.received_at) + told(_("work order made"), visit.work_order_at)
        head += told(_("handed over to the workshop"), visit.handed_over_at) + told(_("left"), visit.left_at)
        names = {place.key: place_name(place) for place in shot.floor.places}
        stays = _(", ").join(
            f"{names.get(place, place)} {duration((until or self.now) - since)}" for place, since, until in visit.stays
        )
        return [line(Span(f"  {head}")), line(Span(f"    {stays}", "dim"))]


class ComplaintCase(LiveDialog[None]):
    """One case, and the steps that can be taken with it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(key, f"take('{step.value}')", show=False) for key, step in _KEYS.items()),
        Binding("f9", "phone", show=False),
    ]

    def __init__(self, number: int, hands: Hands, station: Screen[None]) -> None:
        super().__init__(station)
        self._number = number
        self._hands = hands

    def compose(self) -> ComposeResult:
        """Lay out the record, the note, the steps."""
        with Vertical(classes="dialog") as box:
            box.border_title = _("Complaint No. {number}").format(number=self._number)
            with VerticalScroll(id="record", can_focus=False):
                yield CaseText(id="case").data_bind(LiveDialog.snapshot, LiveDialog.now)
            with Horizontal(classes="field"):
                yield label(_("note"))
                yield Input(id="note", compact=True, max_length=500)
            yield Trouble()
            yield Steps()

    async def watch_snapshot(self) -> None:
        """Something changed: read the case again."""
        await self._load()

    async def _load(self) -> None:
        if not self.query(CaseText):
            return
        view = self.query_one(CaseText)
        try:
            case = await self._hands.do(complaints.get, self._number)
            view.notes = await self._hands.do(complaints.notes, self._number)
            if case.plate:
                view.visits = await self._hands.do(zone.timeline, case.plate)
        except FrontdeskError as error:
            self.complain(error)
            return
        view.case = case
        self.query_one(Steps).case = case

    async def on_mount(self) -> None:
        """Read the case."""
        self.query_one("#note").focus()
        await self._load()

    async def action_take(self, name: str) -> None:
        """Take a step, with what stands in the note."""
        step, box = Step(name), self.query_one("#note", Input)
        try:
            await self._hands.do(complaints.take, self._number, step, box.value)
        except FrontdeskError as error:
            self.complain(error)
            return
        box.value = ""
        self.query_one(Trouble).text = ""
        await self._load()

    async def action_phone(self) -> None:
        """Show the phone number in full; that goes on record (C10)."""
        try:
            self.query_one(CaseText).phone = await self._hands.do(case_page.show_phone, self._number)
        except FrontdeskError as error:
            self.complain(error)


class Steps(Picture):
    """The steps that can be taken now, each with its key."""

    case: reactive[Complaint | None] = reactive(None)

    def build(self, width: int) -> list[Line]:
        """Return the keys in rows."""
        possible = possible_steps(self.case) if self.case else ()
        cells = [
            (Span(f" {key.upper()} ", "key"), Span(word(step) + ("*" if step in NEEDS_NOTE else "") + " "))
            for key, step in _KEYS.items()
            if step in possible
        ]
        cells.append((Span(" F9 ", "key"), Span(_("phone in full") + " ")))
        cells.append((Span(" Esc ", "key"), Span(_("close") + " ")))
        rows: list[Line] = [()]
        for cell in cells:
            if sum(span.width for span in (*rows[-1], *cell)) > width:
                rows.append(())
            rows[-1] = (*rows[-1], *cell)
        return [*rows, line(Span(" " + _("* write what in the note first"), "dim"))]

    def watch_case(self) -> None:
        """The case changed."""
        self.redraw()
