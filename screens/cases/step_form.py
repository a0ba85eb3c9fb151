"""The form for one step of a case; its draft is kept when it is closed (C5–C9, Q3–Q6)."""

from collections.abc import Iterator
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, TextArea

from frontdesk.desk.cases import page as case_page
from frontdesk.desk.cases import steps, templates
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.calendar.typed_dates import read_deadline
from frontdesk.domain.cases.case import Case, Form
from frontdesk.domain.cases.checks import SATISFACTION
from frontdesk.domain.cases.clocks import ClockName, DueClock
from frontdesk.domain.cases.closing_report import ClosingReport
from frontdesk.domain.cases.step_inputs import FINDINGS, REPORT, STEP_INPUTS, Given, StepInput, takes
from frontdesk.domain.cases.steps import NEEDS_NOTE, OF_A_PERSON, CaseStep, obstacles
from frontdesk.domain.cases.templates import Template, filled
from frontdesk.domain.people.roles import Role
from frontdesk.domain.people.staff import Post
from frontdesk.domain.picture.case_page import CasePage
from frontdesk.domain.picture.snapshot import Snapshot
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import FrontdeskError
from frontdesk.words.cases import clocks, lines
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word, word_of
from frontdesk.words.phrases import labelled
from frontdesk.words.times import end_time, short_time
from screens.cases.date_read import DateRead
from screens.cases.kept_forms import Filled
from screens.cases.step_fields import FIELDS, FORMS, TITLES, TOLD_TO_THE_CUSTOMER, WORDS
from screens.kit.choices import Choice
from screens.kit.choose import ChooseDialog
from screens.kit.command_dialog import CommandDialog
from screens.kit.dialog import Rest, Trouble, box, field, label, static
from screens.kit.form import FormDialog
from screens.kit.shows_live import follow
from screens.kit.spans import shortened
from screens.kit.station import Station
from screens.kit.store_zone import store_zone


class StepForm(FormDialog[bool], CommandDialog[bool]):
    """The form of a step; it returns True if the step was taken. `kept`: the draft, filled in and kept up to date."""

    TOPIC = "cases"
    REFUSED_IN = FIELDS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f10", "save", show=False),
        Binding("f4", "template", show=False),
    ]

    def __init__(
        self, step: CaseStep, page: CasePage, kept: Filled, *, station: Station, snapshot: Snapshot, now: Millis
    ) -> None:
        super().__init__(station)
        self._step = step
        self._page = page
        self._kept = kept
        self._opened_with: Filled = {}
        self._snapshot = snapshot
        self._clocks = clocks_of(step, page.case, now)
        self._people = [person.name for person in snapshot.staff if person.post is not Post.GUARD]
        self._offered: dict[str, list[str]] = {}
        """The options of each choice, by their stored values."""
        if takes(step, StepInput.CAUSE) and not kept:
            zone = store_zone(snapshot)
            report = lines.drafted(page, now, lambda moment: short_time(moment, zone, now))
            kept |= {name: getattr(report, name) for name in REPORT}

    def compose(self) -> ComposeResult:
        step, case = self._step, self._page.case
        with Vertical(classes="dialog") as frame:
            frame.border_title = labelled(lines.title(case), word(step))
            if step is CaseStep.CLOSE_ANYWAY:
                open_ = _(", ").join(word(each) for each in obstacles(case))
                yield static(labelled(_("still open"), open_))
            if step is CaseStep.JUDGE:
                yield static(f"{word(case.severity)} → {word(case.severity.other)}")
            if step in TOLD_TO_THE_CUSTOMER:
                yield static(shortened(" ".join(case.words.split()), 140), "said")
            if step is CaseStep.INFORM:
                yield static(labelled(_("head of the outlet"), self._head()))
            with Rest(can_focus=False):
                yield from self._fields()
            yield Trouble()
            told = _("Tab next · F10 save · Esc close, what is filled in is kept")
            if takes(step, StepInput.SATISFACTION):
                told = _("Tab next · ← → choose · F10 save · Esc close, the draft is kept")
            yield static(f"{_('F4 template')} · {told}" if step is CaseStep.ANSWER else told)

    def _fields(self) -> Iterator[Vertical | Horizontal | TextArea | Input | Choice | DateRead]:
        step, kept, case = self._step, self._kept, self._page.case
        if takes(step, StepInput.CLOCK):
            names = {clock.name.value: clocks.clock_name(clock) for clock in self._clocks}
            yield self._choice("clock", _("clock"), names or {"": "—"})
        if takes(step, StepInput.PROMISE):
            promises = {str(clock.id): self._promise(clock) for clock in case.promises}
            yield self._choice("promise", _("promise"), promises if len(promises) == 1 else {"": "—"} | promises)
        if takes(step, StepInput.UNTIL):
            hint = _("16:30, tomorrow 3pm, monday, 3 days, 3-5, 2026-03-05 10:05")
            title = _("promised for") if step is CaseStep.PROMISE else _("until")
            yield field(title + "*", Input(kept.get("until", ""), id="until", compact=True, placeholder=hint))
            yield DateRead()
        if takes(step, StepInput.SATISFACTION):
            # Nobody has said anything yet: a mark that stands there already would be recorded by a hurried F10.
            marks = {"": "—"} | {str(mark): str(mark) for mark in SATISFACTION}
            yield self._choice("satisfaction", _("satisfaction") + "*", marks)
        if takes(step, StepInput.SPOKEN):
            yield self._choice("said", _("said"), {form.value: word(form) for form in FORMS})
        if step in OF_A_PERSON:
            yield field(_(WORDS[step]) + "*", Input(kept.get("words", ""), id="words", compact=True, max_length=60))
            if self._people:
                people = {"": "—"} | {name: name for name in self._people}
                yield self._choice("person", _("staff list"), people)
        elif step in WORDS:
            star = "*" if step in NEEDS_NOTE else ""
            yield from self._area("words", _(WORDS[step]) + star)
        for taken in STEP_INPUTS.get(step, ()):
            if taken in TITLES:
                needed = taken is not StepInput.IMPROVEMENT and step is not CaseStep.CLOSE_ANYWAY
                yield from self._area(taken, _(TITLES[taken]) + ("*" if needed else ""))

    def _choice(self, name: str, title: str, offered: dict[str, str]) -> Horizontal:
        """Return a choice. `offered` maps stored values to words; the earlier choice is restored if still offered."""
        values = self._offered[name] = list(offered)
        kept = self._kept.get(name, "")
        return field(title, Choice(list(offered.values()), index=values.index(kept) if kept in values else 0, id=name))

    def _area(self, name: str, title: str) -> Iterator[TextArea]:
        yield label(title)  # type: ignore[misc]
        yield box(
            name,
            self._kept.get(name, ""),
            "shorter" if set(STEP_INPUTS.get(self._step, ())) & TITLES.keys() else "short",
        )

    async def on_mount(self) -> None:
        """Put the focus on the satisfaction mark if there is one, else on the first text field."""
        self.query("#satisfaction" if takes(self._step, StepInput.SATISFACTION) else "TextArea, Input").first().focus()
        for read in self.query(DateRead):
            follow(read)
            read.typed = self._kept.get("until", "")
        self._keep()
        self._opened_with = dict(self._kept)

    @on(Input.Changed, "#until")
    def _date_typed(self, event: Input.Changed) -> None:
        self.query_one(DateRead).typed = event.value

    @on(Choice.Changed)
    def _chose(self) -> None:
        """A person of the staff list was chosen."""
        if self._step in OF_A_PERSON:
            self.query_one("#words", Input).value = self._chosen(self.query_one("#person", Choice))

    async def action_cancel(self) -> None:
        """Close, and keep what was filled in."""
        self._keep()
        self.dismiss(False)

    async def action_template(self) -> None:
        """F4: insert a frequent answer."""
        if self._step is not CaseStep.ANSWER:
            return
        found = await self.ask(templates.everyone)
        if found is None:
            return
        entries = [(each.name, " ".join(self._filled(each).split())[:40], True) for each in found]
        self.app.push_screen(ChooseDialog(lambda: _("Templates"), lambda: entries), partial(self._put_in, found))

    def _put_in(self, templates: tuple[Template, ...], place: int | None) -> None:
        if place is not None:
            self.query_one("#words", TextArea).insert(self._filled(templates[place]))

    def _filled(self, template: Template) -> str:
        return filled(template, self._page.case, self._snapshot.policy.store_name)

    async def action_save(self) -> None:
        """Take the step. If that fails, show the reason and keep everything that was typed."""
        self._keep()
        # Whoever has filled something in has seen the form: only an untouched one waits to be read.
        if self._kept == self._opened_with and not self.listens():
            return
        try:
            given = self._given()
        except FrontdeskError as error:
            self.complain(error)
            return
        if not await self._is_up_to_date():
            return
        words = self._kept.get("words", "")
        if await self.perform(steps.take, self._page.case.id, self._step, words, given=given):
            self._kept.clear()
            self.dismiss(True)

    async def _is_up_to_date(self) -> bool:
        """Whether nobody else changed the case since the form was opened; if somebody did, say once who and what."""
        page = await self.ask(case_page.page, self._page.case.id)
        if page is None:
            return False
        if len(page.notes) <= len(self._page.notes):
            return True
        note, self._page = page.notes[-1], page
        done = f"{note.who} {word_of(CaseStep, note.step)} {note.words}"
        self.say(_("Meanwhile: {done}. Look whether this still holds, then F10 again.").format(done=done))
        return False

    def _promise(self, clock: DueClock) -> str:
        zone = store_zone(self._snapshot)
        return f"{end_time(clock.due_at, lambda at: short_time(at, zone, self.now))} {clock.what}"

    def _head(self) -> str:
        head = self._snapshot.roster.on_duty(Role.DIRECTOR, self.now)
        return f"{head.name} {head.phone}" if head else "—"

    def _given(self) -> Given:
        kept, step = self._kept, self._step
        until, hours = kept.get("until", ""), OpeningHours.of(self._snapshot.policy)
        clock, mark = kept.get("clock", ""), kept.get("satisfaction", "")
        return Given(
            at=read_deadline(until, self.now, hours) if until.strip() else None,
            clock=ClockName(clock) if clock else None,
            promise=int(kept["promise"]) if kept.get("promise") else None,
            severity=self._page.case.severity.other if takes(step, StepInput.SEVERITY) else None,
            form=Form(kept.get("said", Form.WRITTEN)),
            satisfaction=int(mark) if mark else None,
            report=ClosingReport(*(kept.get(name, "") for name in REPORT)) if takes(step, StepInput.CAUSE) else None,
            **({name: kept.get(name, "") for name in FINDINGS} if takes(step, StepInput.INVESTIGATION) else {}),
        )

    def _chosen(self, choice: Choice) -> str:
        return self._offered[str(choice.id)][choice.index]

    def _keep(self) -> None:
        self._kept |= {str(area.id): area.text for area in self.query(TextArea)}
        self._kept |= {str(entry.id): entry.value for entry in self.query(Input)}
        self._kept |= {str(choice.id): self._chosen(choice) for choice in self.query(Choice)}


def clocks_of(step: CaseStep, case: Case, now: Millis) -> tuple[DueClock, ...]:
    """Return the clocks that can be paused or resumed now; of several with one name, the one due first."""
    return case.resumable(now) if step is CaseStep.RESUME else case.pausable(now)
