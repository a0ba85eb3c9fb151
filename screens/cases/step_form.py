"""The form for one step of a case; its draft is kept when it is closed (C5–C9, Q3–Q6)."""

from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import TextArea

from frontdesk.desk.cases import page as case_page
from frontdesk.desk.cases import steps, templates
from frontdesk.domain.cases.step_inputs import REPORT, StepInput, takes
from frontdesk.domain.cases.steps import CaseStep, obstacles
from frontdesk.domain.cases.templates import Template, filled
from frontdesk.domain.people.roles import Role
from frontdesk.domain.picture.case_page import CasePage
from frontdesk.domain.picture.snapshot import Snapshot
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import FrontdeskError
from frontdesk.words.cases import lines
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word, word_of
from frontdesk.words.phrases import labelled
from frontdesk.words.times import short_time
from screens.cases.date_read import DateRead
from screens.cases.kept_forms import Filled
from screens.cases.step_fields import FIELDS, StepFields
from screens.cases.step_words import TOLD_TO_THE_CUSTOMER
from screens.kit.choose import ChooseDialog
from screens.kit.command_dialog import CommandDialog
from screens.kit.dialog import Trouble, static
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
        self._opened_at = now
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
                yield static(labelled(_("head of the outlet"), _head(self._snapshot, self.now)))
            yield StepFields(step, case, self._kept, snapshot=self._snapshot, now=self._opened_at)
            yield Trouble()
            told = _("Tab next · F10 save · Esc close, what is filled in is kept")
            if takes(step, StepInput.SATISFACTION):
                told = _("Tab next · ← → choose · F10 save · Esc close, the draft is kept")
            yield static(f"{_('F4 template')} · {told}" if step is CaseStep.ANSWER else told)

    async def on_mount(self) -> None:
        """Put the focus on the satisfaction mark if there is one, else on the first text field."""
        self.query("#satisfaction" if takes(self._step, StepInput.SATISFACTION) else "TextArea, Input").first().focus()
        for read in self.query(DateRead):
            follow(read)
            read.typed = self._kept.get("until", "")
        self.query_one(StepFields).keep()
        self._opened_with = dict(self._kept)

    async def action_cancel(self) -> None:
        """Close, and keep what was filled in."""
        self.query_one(StepFields).keep()
        self.dismiss(False)

    async def action_template(self) -> None:
        """F4: insert a frequent answer."""
        if self._step is not CaseStep.ANSWER:
            return
        found = await self.ask(templates.answers)
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
        self.query_one(StepFields).keep()
        # Whoever has filled something in has seen the form: only an untouched one waits to be read.
        if self._kept == self._opened_with and not self.listens():
            return
        try:
            given = self.query_one(StepFields).given(self._page.case, self.now)
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


def _head(snapshot: Snapshot, now: Millis) -> str:
    head = snapshot.roster.on_duty(Role.DIRECTOR, now)
    return f"{head.name} {head.phone}" if head else "—"
