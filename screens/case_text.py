"""Everything on record about one case, as a picture (C5, C7, C10, C12, Z8)."""

from collections.abc import Iterable

from textual.reactive import reactive

from frontdesk import case_lines, penalty_words
from frontdesk.clock_words import due_words, pause_line, standing
from frontdesk.desk.case_page import CasePage
from frontdesk.domain.clock import Millis
from frontdesk.domain.complaints import Complaint
from frontdesk.domain.plates import show_plate
from frontdesk.i18n import _
from frontdesk.wording import labelled, short_time
from frontdesk.words import word
from screens.clocks import TONES
from screens.lines import Line, Span, line, wrap
from screens.picture import Picture
from screens.status import store_zone


class CaseText(Picture):
    """The page of a case: what it is, its clocks, the words, the history, quality's part, the evidence."""

    page: reactive[CasePage | None] = reactive(None)
    phone: reactive[str] = reactive("")
    told: reactive[str] = reactive("")
    """What was done last that does not show by itself."""

    def build(self, width: int) -> list[Line]:
        """Return the case as lines."""
        page, shot = self.page, self.snapshot
        if page is None or shot is None:
            return []
        now, case = self.now, page.case
        told = wrap(f"✓ {self.told}", width) if self.told else []
        lines: list[Line] = [line(Span(row, "ok")) for row in told]
        lines += self._facts(case, width)
        lines += self._clocks(case, width)
        lines += _section(_("what the customer said"), wrap(case.words, max(10, width - 2)))
        lines += _part(_("history"), (case_lines.note_line(note, self._at) for note in page.notes), width)
        for form in page.forms:
            lines += _part(_("quality"), case_lines.quality_lines(form, self._at), width)
        crowdings = (case_lines.crowding_line(each, now, self._at) for each in page.crowdings)
        lines += _part(_("crowding the car met"), crowdings, width)
        for penalty in page.penalties:
            heading = labelled(_("penalty"), f"{penalty_words.heading(penalty)} · {word(penalty.state)}")
            entries = (penalty_words.entry_words(entry, now, store_zone(shot)) for entry in penalty.entries)
            lines += _part(heading, entries, width)
        for visit in page.visits:
            said = case_lines.visit_lines(visit, shot.floor.places, now, self._at)
            lines += _part(_("visit of {plate}").format(plate=show_plate(case.plate)), said, width)
        related = (case_lines.related_line(each, self._at) for each in page.related)
        lines += _part(_("other cases of this customer"), related, width)
        if page.report is not None:
            parts = (labelled(*part) for part in case_lines.report_parts(page.report))
            lines += _part(_("closing report"), parts, width)
        return lines

    def _facts(self, case: Complaint, width: int) -> list[Line]:
        taken = _("assigned to {who}").format(who=case.assigned_to) if case.assigned_to else ""
        who = f"{case.customer or '—'}  {self.phone or case.phone or '—'}  {show_plate(case.plate) or '—'}"
        received = " · ".join(filter(None, (_("received {at}").format(at=self._at(case.received_at)), taken)))
        lines = [line(Span(row, "head")) for row in wrap(case_lines.head_line(case), width)]
        lines += [line(Span(each, "warn")) for each in case_lines.to_see_to(case)]
        lines += [line(Span(who)), line(Span(received, "dim"))]
        lines += [line(Span(each, "warn")) for each in [case_lines.follow_up(case, self._at)] if each]
        wants = labelled(_("wants"), case.wants) if case.wants else ""
        return [*lines, *(line(Span(row)) for row in wrap(wants, width) if row)]

    def _clocks(self, case: Complaint, width: int) -> list[Line]:
        shot = self.snapshot
        assert shot is not None
        warning = shot.policy.due_warning
        lines: list[Line] = [line(Span(_("clocks"), "head"))]
        for clock in case.clocks:
            stands = standing(clock, self.now, warning, self._at)
            state = Span(stands, TONES[clock.state(self.now, warning)])
            named = wrap(due_words(clock, self._at), max(20, width - state.width - 4))
            lines += [line(Span(f"  {row}")) for row in named[:-1]]
            lines.append(line(Span(f"  {named[-1]}  "), state))
            pauses = (pause_line(pause, self._at) for pause in clock.pauses)
            lines += [line(Span(f"      {row}", "dim")) for said in pauses for row in wrap(said, width - 6)]
        return lines

    def _at(self, moment: Millis) -> str:
        assert self.snapshot is not None
        return short_time(moment, store_zone(self.snapshot), self.now)

    def watch_page(self) -> None:
        """The case was read."""
        self.redraw()

    def watch_told(self) -> None:
        """Something was done."""
        self.redraw()

    def watch_phone(self) -> None:
        """The phone number is shown in full."""
        self.redraw()


def _part(title: str, texts: Iterable[str], width: int) -> list[Line]:
    """Return a part of the page; nothing where there is nothing to tell."""
    return _section(title, [row for text in texts for row in wrap(text, max(10, width - 2))])


def _section(title: str, rows: list[str]) -> list[Line]:
    return [line(Span(title, "head")), *(line(Span(f"  {row}")) for row in rows)] if rows else []
