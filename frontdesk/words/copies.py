"""How it stands with the copies, in words."""

from datetime import tzinfo

from frontdesk.domain.copies.copying import Copying
from frontdesk.domain.copies.faults import on_record
from frontdesk.domain.values.clock import Millis
from frontdesk.words.i18n import _
from frontdesk.words.refusals.sentence import sentence
from frontdesk.words.times import short_time


def warnings(copying: Copying, zone: tzinfo, now: Millis) -> list[str]:
    """Return what the manager has to be told; nothing where all is well."""
    said = []
    if copying.is_late(now) and copying.last_good is not None:
        at = short_time(copying.last_good, zone, now)
        said.append(_("No good copy of the database since {at}. Why: frontdesk backup.").format(at=at))
    if copying.lacks_drill(now) and copying.drill_due is not None:
        at = short_time(copying.drill_due, zone, now)
        said.append(_("The restore drill of {at} did not pass. Do it now: frontdesk backup drill.").format(at=at))
    return said


def fault_words(fault: str, path: str, detail: str) -> str:
    """Return why there is no copy, or why one is not right, as it is on record."""
    return sentence(on_record(fault, path, detail))
