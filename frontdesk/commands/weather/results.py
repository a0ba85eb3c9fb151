"""The results of the commands about the weather."""

from frontdesk.commands.kit.session import Session
from frontdesk.domain.journal.result import Result
from frontdesk.domain.weather.events import WeatherEvent
from frontdesk.domain.weather.forecast import written
from frontdesk.words.phrases import case_number

_KINDS = {
    "enter": WeatherEvent.PUBLISH,
    "decide": WeatherEvent.DECIDE,
    "resume": WeatherEvent.RESUME,
    "move": WeatherEvent.MOVED,
    "later": WeatherEvent.LATER,
    "served": WeatherEvent.SERVED,
    "declined": WeatherEvent.DECLINED,
}


def is_same(session: Session, result: Result) -> bool:
    """Whether a result belongs to this command: a look-up to the same days, a decision to the same services."""
    args = session.args
    if result.kind != _KINDS[args.verb]:
        return False
    if args.verb == "enter":
        return bool(result.facts["said"] == written(args.days))
    if args.verb == "decide":
        return bool(result.facts["services"] == " ".join(args.services))
    return bool(args.number == (result.number if args.verb == "resume" else result.facts["row"]))


def particulars(result: Result) -> str:
    """Return the number of the decision; a day has none."""
    return "" if result.kind is WeatherEvent.PUBLISH else case_number(result.number)
