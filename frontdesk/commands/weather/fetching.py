"""`frontdesk weather fetch`: looks the weather up where the settings say; what comes is a proposal (I7)."""

from argparse import Namespace

from frontdesk.commands.kit import output
from frontdesk.commands.kit.session import Session, on_store
from frontdesk.commands.weather.as_json import offer_json
from frontdesk.desk.weather import fetching
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.values.errors import FrontdeskError, InputError
from frontdesk.domain.weather.forecast import DayWeather
from frontdesk.domain.weather.reasons import OfferReason
from frontdesk.machine.weather.asking import look_up
from frontdesk.machine.weather.source import source_of
from frontdesk.words.i18n import _
from frontdesk.words.weather.offer import offer_lines


def run(args: Namespace) -> int:
    """Look it up; return the exit code, 1 where nothing came."""
    return on_store(args, _fetch)


def _fetch(session: Session) -> int:
    args, settings = session.args, session.args.settings
    asked = source_of(settings.forecast_from, settings.forecast_at)
    if asked is None:
        raise InputError(OfferReason.NO_SOURCE)
    number = fetching.claim(session.desk, asked.source, only_owed=args.owed)
    if number is None:
        return 0
    policy = session.snapshot.policy
    today = OpeningHours.of(policy).day_of(session.desk.now())
    days: tuple[DayWeather, ...] = ()
    fault: FrontdeskError | None = None
    try:
        days = look_up(asked, today, policy.time_zone)
    except FrontdeskError as error:
        fault = error
    fetching.note(session.desk, number, days, fault)
    if fault is not None:
        raise fault
    if args.json:
        output.say_json({"done": "fetch", "number": number, "source": asked.source, **offer_json(days, today)})
        return 0
    output.say(_("Brought as a proposal; a person publishes it (F2 in the weather, or frontdesk weather enter):"))
    for line in offer_lines(days, today, policy):
        output.say(line)
    return 0
