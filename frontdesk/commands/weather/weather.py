"""`frontdesk weather`: what is published of the next days, and publishing it (I7)."""

from argparse import Namespace
from datetime import date, timedelta

from frontdesk.commands.kit import output
from frontdesk.commands.kit.session import Session, carry_out, on_store, up_to_date
from frontdesk.commands.weather import results
from frontdesk.commands.weather.as_json import as_json
from frontdesk.desk.weather import decisions, forecasts
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.journal.result import Result
from frontdesk.domain.weather.forecast import DayWeather
from frontdesk.domain.weather.severe import is_severe
from frontdesk.domain.weather.typed import read_line
from frontdesk.words.i18n import _
from frontdesk.words.phrases import case_number
from frontdesk.words.times import short_time
from frontdesk.words.weather.days import forecast_line, staff_text
from frontdesk.words.weather.decisions import came_of, heading, row_line
from frontdesk.words.weather.offer import try_line
from frontdesk.words.weather.typing import names


def run(args: Namespace) -> int:
    """Carry the command out; return the exit code."""
    if args.verb in {None, "show"}:
        return on_store(args, _show)
    if args.verb == "fetch":
        from frontdesk.commands.weather import fetching  # noqa: PLC0415 - loads what asks for it

        return fetching.run(args)
    if args.verb != "enter":
        from frontdesk.commands.weather import deciding  # noqa: PLC0415 - only for those

        return deciding.run(args)
    args.days = read(args)
    return carry_out(args, _enter, results)


def read(args: Namespace) -> list[DayWeather]:
    """Return the days that were typed. Raises `Refused`."""
    known = names()
    return [read_line(text, ahead, known) for ahead, text in enumerate((args.today, args.tomorrow, args.after))]


def _today(session: Session) -> date:
    return OpeningHours.of(session.snapshot.policy).day_of(session.desk.now())


def _enter(session: Session) -> Result:
    args, policy, today = session.args, session.snapshot.policy, _today(session)
    listed = [(today + timedelta(days=ahead), each, is_severe(each, policy)) for ahead, each in enumerate(args.days)]
    text = staff_text(listed, today, policy.store_name, session.desk.actor.who)
    return forecasts.publish(session.desk, args.days, text, operation=args.operation)


def _show(session: Session) -> int:
    session = up_to_date(session)
    found, today, zone = forecasts.shown(session.desk), _today(session), session.zone
    decided, now = decisions.listed(session.desk), session.desk.now()
    if session.args.json:
        output.say_json(as_json(found, decided, today, zone))
        return 0
    if found.owed:
        output.say(_("Nobody has looked up today's weather yet: it is owed by {time}.").format(
            time=session.snapshot.policy.forecast_by
        ))  # fmt: skip
    if not found.weather.days:
        output.say(_("No weather is published. frontdesk weather enter does it."))
    if found.offer is not None:
        output.say(try_line(found.offer, zone, session.desk.now()))
    for one in decided:
        output.say(heading(one.decision, zone, now))
        for row in one.rows:
            number = f"  {case_number(row.id)}" if row.is_open else "  ·"
            output.say(f"{number} {row_line(row, zone, now)} · {came_of(row, zone, now)}")
    for each in found.weather.days:
        at = short_time(each.looked_up_at, zone, session.desk.now())
        output.say(f"{forecast_line(each, today)} · {each.who} {at}")
    return 0
