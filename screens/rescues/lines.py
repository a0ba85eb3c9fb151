"""What a rescue's page says: how far it is, what comes next, and everything on record (R1–R9)."""

from collections.abc import Iterable
from zoneinfo import ZoneInfo

from textual.reactive import var

from frontdesk.domain.rescues.owed import tolerance_of
from frontdesk.domain.rescues.reports import unread
from frontdesk.domain.rescues.rescue import Rescue
from frontdesk.domain.rescues.terms import RescueStage
from frontdesk.words import rescues as words
from frontdesk.words.approvals import signature_lines
from screens.kit.record_page import RULE, RecordLines, Said


class RescueLines(RecordLines[Rescue]):
    """How far it is and what comes next, then everything on record, and what the manager reads to the customer."""

    REDRAWN_BY = (*RecordLines.REDRAWN_BY, "out")

    out: var[dict[str, int]] = var(dict)
    """Who of the present plan is out with another rescue."""

    def said(self, record: Rescue, zone: ZoneInfo) -> Iterable[Said]:
        """Return all that is said about it."""
        snapshot = self.snapshot
        tolerance = tolerance_of(snapshot.policy) if snapshot else None
        if snapshot is None or tolerance is None:
            return
        yield words.heading(record, tolerance), "head"
        yield f"▸ {words.next_step(record, tolerance)}", "task"
        if record.stage(tolerance) is RescueStage.CONSENT:
            yield words.script(record, self._phone(record)), "prompt"
        if record.departed_at is None:
            yield from ((text, "warn") for text in words.out_lines(self.out))
        if record.needs_new_plan or unread(record):
            yield words.otherwise(record), "prompt"
        yield from ((text, "plain") for text in words.call_lines(record, zone))
        if record.plan is not None:
            yield RULE
            yield from ((text, "plain") for text in words.plan_lines(record.plan, zone))
            yield from ((words.part_line(part, zone), "plain" if part.is_open else "dim") for part in record.parts)
        if record.approval is not None:
            yield from ((text, "plain") for text in signature_lines(record.approval, zone))
        yield from ((text, "plain") for text in words.step_lines(record, zone))

    def _phone(self, record: Rescue) -> str:
        staff = self.snapshot.staff if self.snapshot else ()
        leader = record.plan.leader if record.plan else ""
        return next((person.phone for person in staff if person.name == leader), "")
