"""Everything that is on record about one case, read at one moment."""

from dataclasses import dataclass

from frontdesk.domain.cases.asks import Ask
from frontdesk.domain.cases.case import Case, Note
from frontdesk.domain.cases.closing_report import FiledReport
from frontdesk.domain.cases.quality import QualityForm
from frontdesk.domain.escalations.escalation import Escalation
from frontdesk.domain.penalties.penalty import Penalty
from frontdesk.domain.zone.visits import VisitLine


@dataclass(frozen=True, slots=True)
class CasePage:
    """A case with its history, quality's part, the car's visits and crowding, its customer's other cases."""

    case: Case
    notes: tuple[Note, ...]
    forms: tuple[QualityForm, ...]
    reports: tuple[FiledReport, ...]
    """What it was closed with, oldest first: the last one counts (C9)."""
    related: tuple[Case, ...]
    """The other cases of the same phone number or plate, newest first."""
    visits: tuple[VisitLine, ...]
    """The car's visits, newest first."""
    crowdings: tuple[Escalation, ...]
    """The over-count and over-stay crossings while the car was in the zone at the visit the case is about (Z8)."""
    penalties: tuple[Penalty, ...]
    """The penalties of this case, oldest first."""
    standing: Penalty | None
    """The visit's penalty that is not countered, no matter which case it was proposed on."""
    end: str = ""
    """Where the chain of events ended when this was read, as it is written down: 18-f2a334b6fdedc6f5."""
    asks: tuple[Ask, ...] = ()
    """What others were asked for, oldest first (C11, C15–C18)."""
