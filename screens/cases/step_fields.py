"""The fields in the form of each step (C5–C9, C11, C15–C18, Q3–Q6)."""

from collections.abc import Iterator
from typing import Self

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input, TextArea

from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.calendar.reasons import CalendarReason
from frontdesk.domain.calendar.typed_dates import read_deadline
from frontdesk.domain.cases.asks import AskKind, LegalMatter, Remedy
from frontdesk.domain.cases.case import Case, Form
from frontdesk.domain.cases.checks import SATISFACTION
from frontdesk.domain.cases.clocks import ClockName, DueClock
from frontdesk.domain.cases.closing_report import ClosingReport
from frontdesk.domain.cases.reasons import CaseReason
from frontdesk.domain.cases.step_inputs import (
    FINDINGS,
    REFERENCE_LIMIT,
    REPORT,
    STEP_INPUTS,
    Given,
    StepInput,
    takes,
)
from frontdesk.domain.cases.steps import NEEDS_NOTE, OF_A_PERSON, CaseStep
from frontdesk.domain.cases.table_columns import Drill
from frontdesk.domain.people.reasons import PeopleReason
from frontdesk.domain.people.roles import OWN_STEPS_ONLY
from frontdesk.domain.picture.snapshot import Snapshot
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Reason
from frontdesk.domain.values.reasons import ValueReason
from frontdesk.words.cases import clocks
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.times import end_time, short_time
from screens.cases.date_read import DateRead
from screens.cases.kept_forms import Filled
from screens.cases.step_words import ASKED_ON_LEAVING, DATES, TITLES, WORDS
from screens.kit.choices import Choice
from screens.kit.dialog import Rest, field, label
from screens.kit.form import box
from screens.kit.store_zone import store_zone

FORMS = list(Form)

_DATE = (
    *(CalendarReason.UNREADABLE_DATE, CalendarReason.UNCLEAR_DATE, CalendarReason.BAD_DATE, CalendarReason.DAY_CLOSED),
    *(ValueReason.UNREADABLE_TIME, ValueReason.TIME_FAR, ValueReason.IN_FUTURE),
    *(CaseReason.DATE_MISSING, CaseReason.DATE_PAST, CaseReason.DATE_FAR),
)
_CLOCK = (CaseReason.NO_CLOCK, CaseReason.CLOCK_MISSED, CaseReason.PAUSED_ALREADY, CaseReason.NOT_PAUSED)

FIELDS: dict[Reason, tuple[str, ...]] = {
    **dict.fromkeys(_DATE, (StepInput.UNTIL,)),
    **dict.fromkeys(_CLOCK, (StepInput.CLOCK, StepInput.PROMISE)),
    CaseReason.WHICH_PROMISE: (StepInput.PROMISE,),
    CaseReason.NOTE_MISSING: ("words",),
    CaseReason.BAD_SATISFACTION: (StepInput.SATISFACTION,),
    CaseReason.QUALITY_INCOMPLETE: FINDINGS,
    CaseReason.REPORT_INCOMPLETE: (StepInput.CAUSE, StepInput.MEASURES, StepInput.RESULT),
    PeopleReason.UNKNOWN_PERSON: ("words",),
    CaseReason.ONSITE_INCOMPLETE: (StepInput.PEOPLE,),
    CaseReason.ONSITE_UNSAID: (StepInput.UNDERSTOOD, StepInput.CONTENT),
    CaseReason.NOBODY_LEAVES: (StepInput.UNDERSTOOD, StepInput.CONTENT),
    CaseReason.WHICH_ASK: (StepInput.ASK,),
    CaseReason.LEGAL_INCOMPLETE: (StepInput.REFERENCE, StepInput.UNTIL),
}
"""The fields that a refused step is about."""


class KeptChoice(Choice):
    """A choice whose words stand for stored values; what was chosen earlier is chosen, if it is still offered."""

    def __init__(self, offered: dict[str, str], earlier: str, *, id: str) -> None:
        self.values = list(offered)
        index = self.values.index(earlier) if earlier in offered else 0
        super().__init__(list(offered.values()), index=index, id=id)

    @property
    def value(self) -> str:
        """The stored value of the chosen word."""
        return self.values[self.index]

    def take_words(self, fresh: Self) -> None:
        super().take_words(fresh)
        self.values = fresh.values


class StepFields(Rest):
    """The fields of one step. `kept`: what is in them, filled in at first, and kept up to date."""

    def __init__(self, step: CaseStep, case: Case, kept: Filled, *, snapshot: Snapshot, now: Millis) -> None:
        super().__init__(can_focus=False)
        self._step = step
        self._case = case
        self._kept = kept
        self._snapshot = snapshot
        self._now = now

    def compose(self) -> ComposeResult:
        step, kept, case = self._step, self._kept, self._case
        if takes(step, StepInput.CLOCK):
            names = {clock.name.value: clocks.clock_name(clock) for clock in clocks_of(step, case, self._now)}
            yield self._choice("clock", _("clock"), names or {"": "—"})
        if takes(step, StepInput.PROMISE):
            promises = {str(clock.id): _promise(clock, self._snapshot, self._now) for clock in case.promises}
            yield self._choice("promise", _("promise"), promises if len(promises) == 1 else {"": "—"} | promises)
        yield from self._legal()
        if takes(step, StepInput.UNTIL):
            hint = _("16:30, tomorrow 3pm, monday, 3 days, 3-5, 2026-03-05 10:05")
            title = _(DATES[step]) if step in DATES else _("until") + "*"
            yield field(title, Input(kept.get("until", ""), id="until", compact=True, placeholder=hint))
            yield DateRead()
        if takes(step, StepInput.SATISFACTION):
            # Nobody has said anything yet: a mark that stands there already would be recorded by a hurried F10.
            marks = {"": "—"} | {str(mark): str(mark) for mark in SATISFACTION}
            yield self._choice("satisfaction", _("satisfaction") + "*", marks)
        yield from self._on_site()
        if takes(step, StepInput.SPOKEN):
            yield self._choice("said", _("said"), {form.value: word(form) for form in FORMS})
        if step in OF_A_PERSON:
            yield field(_(WORDS[step]) + "*", Input(kept.get("words", ""), id="words", compact=True, max_length=60))
            people = {person.name: person.name for person in self._snapshot.staff if person.post not in OWN_STEPS_ONLY}
            if people:
                yield self._choice("person", _("staff list"), {"": "—"} | people)
        elif step in WORDS:
            star = "*" if step in NEEDS_NOTE else ""
            yield from self._area("words", _(WORDS[step]) + star)
        for taken in STEP_INPUTS.get(step, ()):
            if taken in TITLES:
                needed = taken is not StepInput.IMPROVEMENT and step is not CaseStep.CLOSE_ANYWAY
                yield from self._area(taken, _(TITLES[taken]) + ("*" if needed else ""))

    def _legal(self) -> Iterator[Horizontal]:
        if takes(self._step, StepInput.MATTER):
            yield self._choice("matter", _("what it is"), {each.value: word(each) for each in LegalMatter})
        if takes(self._step, StepInput.REFERENCE):
            called = Input(
                self._kept.get("reference", ""), id="reference", compact=True, max_length=REFERENCE_LIMIT,
                placeholder=_("file number, or the contract's name"),
            )  # fmt: skip
            yield field(_("reference"), called)

    def _on_site(self) -> Iterator[Horizontal]:
        step = self._step
        if takes(step, StepInput.REMEDY):
            yield self._choice("remedy", _("the customer gets"), {each.value: word(each) for each in Remedy})
        for told, title in ASKED_ON_LEAVING.items():
            if takes(step, told):
                # As with a mark: nobody has said anything yet.
                answers = {"": "—"} | {each.value: word(each) for each in Drill}
                yield self._choice(told, _(title) + "*", answers)
        if takes(step, StepInput.ASK):
            asked = {each.kind.value: word(each.kind) for each in self._case.asked}
            yield self._choice("ask", _("not needed"), asked if len(asked) == 1 else {"": "—"} | asked)

    def _choice(self, name: str, title: str, offered: dict[str, str]) -> Horizontal:
        return field(title, KeptChoice(offered, self._kept.get(name, ""), id=name))

    def _area(self, name: str, title: str) -> Iterator[TextArea]:
        yield label(title)  # type: ignore[misc]
        yield box(
            name,
            self._kept.get(name, ""),
            "shorter" if set(STEP_INPUTS.get(self._step, ())) & TITLES.keys() else "short",
        )

    @on(Input.Changed, "#until")
    def _date_typed(self, event: Input.Changed) -> None:
        self.query_one(DateRead).typed = event.value

    @on(Choice.Changed)
    def _chose(self) -> None:
        """A person of the staff list was chosen."""
        if self._step in OF_A_PERSON:
            self.query_one("#words", Input).value = self.query_one("#person", KeptChoice).value

    def given(self, case: Case, now: Millis) -> Given:
        """Return what is filled in, as the desk takes it. Raises a refusal where it cannot be read."""
        kept, step = self._kept, self._step
        until, hours = kept.get("until", ""), OpeningHours.of(self._snapshot.policy)
        clock, mark = kept.get("clock", ""), kept.get("satisfaction", "")
        return Given(
            at=read_deadline(until, now, hours) if until.strip() else None,
            clock=ClockName(clock) if clock else None,
            promise=int(kept["promise"]) if kept.get("promise") else None,
            severity=case.severity.other if takes(step, StepInput.SEVERITY) else None,
            form=Form(kept.get("said", Form.WRITTEN)),
            satisfaction=int(mark) if mark else None,
            report=ClosingReport(*(kept.get(name, "") for name in REPORT)) if takes(step, StepInput.CAUSE) else None,
            remedy=Remedy(kept["remedy"]) if kept.get("remedy") else None,
            people=kept.get("people", ""),
            understood=_truth(kept.get("understood", "")),
            content=_truth(kept.get("content", "")),
            ask=AskKind(kept["ask"]) if kept.get("ask") else None,
            matter=LegalMatter(kept["matter"]) if kept.get("matter") else None,
            reference=kept.get("reference", ""),
            **({name: kept.get(name, "") for name in FINDINGS} if takes(step, StepInput.INVESTIGATION) else {}),
        )

    def keep(self) -> None:
        """Keep what is filled in now."""
        self._kept |= {str(area.id): area.text for area in self.query(TextArea)}
        self._kept |= {str(entry.id): entry.value for entry in self.query(Input)}
        self._kept |= {str(choice.id): choice.value for choice in self.query(KeptChoice)}


def clocks_of(step: CaseStep, case: Case, now: Millis) -> tuple[DueClock, ...]:
    """Return the clocks that can be paused or resumed now; of several with one name, the one due first."""
    return case.resumable(now) if step is CaseStep.RESUME else case.pausable(now)


def _truth(said: str) -> bool | None:
    return Drill(said) is Drill.YES if said else None


def _promise(clock: DueClock, snapshot: Snapshot, now: Millis) -> str:
    zone = store_zone(snapshot)
    return f"{end_time(clock.due_at, lambda at: short_time(at, zone, now))} {clock.what}"
