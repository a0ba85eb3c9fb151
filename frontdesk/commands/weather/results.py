"""The results of the commands about the weather."""

from frontdesk.commands.kit.session import Session
from frontdesk.domain.journal.result import Result
from frontdesk.domain.weather.events import WeatherEvent
from frontdesk.domain.weather.forecast import written


def is_same(session: Session, result: Result) -> bool:
    """Whether a result belongs to this command: a look-up, to the same days."""
    return result.kind == WeatherEvent.PUBLISH and result.facts["said"] == written(session.args.days)


def particulars(result: Result) -> str:
    """Return nothing: a day has no number."""
    return ""
