"""A roll call as one page to print: names and cars with boxes, for when nobody can reach a screen (I4, I8)."""

from frontdesk.desk.desk import Desk
from frontdesk.desk.roll_calls import reading
from frontdesk.documents.templates import environment
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.printing import Document
from frontdesk.domain.roll_calls.roll_call import Entry, RollCall, Subject
from frontdesk.domain.values.clock import Millis, to_datetime
from frontdesk.domain.zone.places import Place
from frontdesk.words import i18n
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.phrases import case_number
from frontdesk.words.roll_calls import counts, entry_details, entry_name
from frontdesk.words.times import long_time

_EMPTY_ROWS = 4
"""So many lines are left for names that nobody expected."""


def of_matter(desk: Desk, matter: int) -> Document:
    """Return the last round for a matter. Raises `FrontdeskError`."""
    snapshot, now = desk.snapshot(), desk.now()
    found = reading.last_of(desk, matter)
    written = to_datetime(now, OpeningHours.of(snapshot.policy).zone).strftime("%Y%m%d-%H%M%S")
    return Document(f"{matter}-roll-call-{written}.html", as_html(found, snapshot.policy, snapshot.floor.places, now))


def as_html(roll_call: RollCall, policy: Policy, places: tuple[Place, ...], now: Millis) -> str:
    """Return a roll call as a self-contained page for the browser; what is not answered yet has boxes."""
    zone = OpeningHours.of(policy).zone
    number = f" {case_number(roll_call.matter)}" if roll_call.matter else ""
    facts = (
        _("round {round}").format(round=roll_call.round) if roll_call.round else "",
        long_time(roll_call.started_at, zone),
        roll_call.started_by,
        counts(roll_call),
    )

    def row(entry: Entry) -> tuple[str, ...]:
        told = entry_details(entry, places, zone)
        return entry_name(entry), _boxes(entry), told

    tables = []
    for subject in Subject:
        rows = [row(entry) for entry in roll_call.of(subject)]
        if roll_call.ended_at is None:
            rows += [("", _empty(subject), "")] * (_EMPTY_ROWS if subject is not Subject.PERSON else 1)
        tables.append((f"{word(subject)} {len(roll_call.of(subject))}", rows))
    return (
        environment()
        .get_template("lines.html.j2")
        .render(
            language="zh-CN" if i18n.language() == "zh" else "en",
            store=policy.store_name,
            title=_("Roll call") + number,
            facts=" · ".join(filter(None, facts)),
            tables=tables,
            signatures=(_("counted by"), _("in command")),
            printed=_("printed {at}").format(at=long_time(now, zone)),
        )
    )


def _boxes(entry: Entry) -> str:
    mark = entry.mark
    return word(mark) if mark is not None and entry.is_answered else _empty(entry.subject)


def _empty(subject: Subject) -> str:
    if subject is Subject.CAR:
        return _("☐ moved out  ☐ left  ☐ stays at ____")
    return _("☐ here  ☐ left  ☐ hurt  ☐ missing")
