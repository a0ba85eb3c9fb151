"""The first judgement while the customer is speaking: proposed severity, reasons, and who the customer is (C2)."""

from textual.reactive import var

from frontdesk.desk.cases.customer_history import CustomerHistory
from frontdesk.domain.cases.case import Severity
from frontdesk.domain.cases.judgement import Ground, propose
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.phrases import case_number, labelled
from screens.kit.lines import Lines
from screens.kit.spans import Line, Span, line, shortened


class FirstJudgement(Lines):
    """Two lines under the customer's words. A person decides; F4 accepts the proposal."""

    REDRAWN_BY = ("words", "is_known", "known")

    words: var[str] = var("")
    known: var[CustomerHistory] = var(CustomerHistory())
    is_known: var[bool] = var(False)
    """Whether a phone number or a plate was typed, so that the customer can be looked up."""

    def build(self, width: int) -> list[Line]:
        """Return the proposal with its reasons, and the customer's other cases."""
        proposal = propose(self.words, self.known.facts)
        why = _(", ").join(_reason(ground) for ground in proposal.reasons)
        grave = proposal.severity is Severity.MAJOR
        said = labelled(_("first judgement"), word(proposal.severity))
        said += f" — {why}" if why else ""
        take = f" · {_('F4 take it over')}" if grave else ""
        room = max(10, width - Span(take).width)
        first = line(Span(shortened(said, room), "over" if grave else "dim"), Span(take, "key"))
        return [first, line(Span(shortened(self._earlier(), width), "warn" if self.known.earlier else "dim"))]

    @property
    def severity(self) -> Severity:
        """The proposed severity."""
        return propose(self.words, self.known.facts).severity

    def _earlier(self) -> str:
        found = self.known.earlier
        if not (found or self.is_known):
            return ""
        if not found:
            return _("no earlier case of this phone number or plate")
        latest = found[0]
        said = " ".join(latest.words.split())
        text = _("earlier cases: {count}, the last {number} ({stage})")
        told = text.format(count=len(found), number=case_number(latest.id), stage=word(latest.stage))
        return f"{told} {said}"


def _reason(ground: Ground) -> str:
    return f"{word(ground.cue)} “{ground.found}”" if ground.found else word(ground.cue)
