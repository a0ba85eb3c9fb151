"""The keys of an incident's page, and which of them do something now (I2–I4, I12)."""

from frontdesk.domain.incidents.incident import Incident
from frontdesk.words.i18n import N_
from screens.kit.keys import Key

_COMMAND = Key("f2", "command", N_("take command"), "")
_CONTAINED = Key("f3", "contain", N_("contained"), "")
_KNOWN = Key("f4", "known", N_("hurt, facts"), "")
_COUNT = Key("f5", "count", N_("roll call"), "")
_LEVEL = Key("f6", "level", N_("how grave"), "")
_NEWS = Key("f7", "news", N_("news"), "")
_END = Key("f8", "end", N_("declare over"), "")
_MISTAKE = Key("f9", "mistake", N_("a mistake"), "")
_REPORT = Key("f10", "report", N_("report another"), "")
_AFTER = Key("pagedown", "after", N_("afterwards"), "")
KEYS = (_COMMAND, _CONTAINED, _KNOWN, _COUNT, _LEVEL, _NEWS, _END, _MISTAKE, _REPORT, _AFTER)


def offered(incident: Incident) -> tuple[Key, ...]:
    """Return the keys that do something as it stands."""
    if not incident.is_open:
        return (_KNOWN, _COUNT, _NEWS, _REPORT, _AFTER)
    contained = () if incident.contained_at is not None or not incident.command else (_CONTAINED,)
    end = (_END,) if incident.command else ()
    return (_COMMAND, *contained, _KNOWN, _COUNT, _LEVEL, _NEWS, *end, _MISTAKE, _REPORT, _AFTER)
