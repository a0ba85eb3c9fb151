"""What is on record and cannot be shown, said as such."""

from collections.abc import Iterable

from frontdesk.domain.picture.unreadable import Unreadable
from frontdesk.words.i18n import N_, _

_NAMED = 3

_TABLES = {
    "calendars": N_("calendar"),
    "complaints": N_("case"),
    "drafts": N_("draft"),
    "escalations": N_("escalation"),
    "events": N_("event"),
    "meta": N_("setting of the database"),
    "notes": N_("note"),
    "penalties": N_("penalty"),
    "places": N_("place"),
    "steps": N_("line of an escalation"),
    "visits": N_("visit"),
}


def name_of(each: Unreadable) -> str:
    """Return which record it is: visit 12."""
    return f"{_(_TABLES[each.table]) if each.table in _TABLES else each.table} {each.key}"


def not_shown(found: Iterable[Unreadable]) -> str:
    """Return one sentence that names the first few."""
    every = sorted(found)
    names = _(", ").join(dict.fromkeys(name_of(each) for each in every[:_NAMED]))
    more = _(" and {count} more").format(count=len(every) - _NAMED) if len(every) > _NAMED else ""
    return _("On record, but cannot be shown as it is: {names}{more}. See frontdesk doctor.").format(
        names=names, more=more
    )
