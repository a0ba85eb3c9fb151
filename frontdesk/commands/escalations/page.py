"""One escalation in words: what happened, line by line, and the other crossings of the same prompt."""

from zoneinfo import ZoneInfo

from frontdesk.commands.escalations.as_json import with_steps
from frontdesk.commands.kit import output
from frontdesk.commands.kit.session import Session, up_to_date
from frontdesk.commands.kit.tables import padded
from frontdesk.desk.escalations import record as escalation_record
from frontdesk.domain.escalations.escalation import Escalation
from frontdesk.domain.picture.snapshot import Snapshot
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.plates import show_plate
from frontdesk.words.escalations.progress import what_comes_next, who_has_it
from frontdesk.words.escalations.record import head, moment, step_words
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.times import duration, short_time

_WIDTHS = (5, 11, 18, 10, 8, 0)
"""The widths of number, since, kind, plate, duration and state, made for 80 columns."""


def show(session: Session) -> int:
    """Print the page of the escalation asked for; return the exit code."""
    session = up_to_date(session)
    snapshot, zone, now = session.snapshot, session.zone, session.desk.now()
    page = escalation_record.page(session.desk, session.args.number)
    others = [each for each in page.series if each.id != page.escalation.id]
    if session.args.json:
        record = with_steps(page.escalation, page.steps, snapshot, now=now, zone=zone)
        output.say_json({**record, "others": [each.id for each in others]})
        return 0
    output.say("\n".join(head(page.escalation, snapshot, now, zone)))
    for step in page.steps:
        at = moment(step.at, zone, page.escalation.crossed_at)
        output.say(f"{at}  {step_words(step, snapshot.floor.places)}")
    if others:
        output.say(_("Other crossings of the same prompt:"))
    for each in others:
        output.say(line(each, snapshot, now, zone))
    return 0


def line(escalation: Escalation, snapshot: Snapshot, now: Millis, zone: ZoneInfo) -> str:
    """Return an escalation as one line of a list."""
    since = short_time(escalation.crossed_at, zone, now)
    lasting = duration(escalation.lasted(now))
    plate = show_plate(escalation.plate) or "—"
    if escalation.outcome is None:
        stands = " · ".join(filter(None, (who_has_it(escalation), what_comes_next(escalation, snapshot, now))))
    else:
        by = escalation.acted_by or (word(escalation.why) if escalation.why else "")
        stands = " · ".join(filter(None, (word(escalation.outcome), by)))
    return padded((str(escalation.id), since, word(escalation.kind), plate, lasting, stands), _WIDTHS)
