"""`frontdesk calendar show` and `import`: which days are working days (C5, Q2)."""

from argparse import Namespace
from datetime import date, timedelta

from frontdesk.commands.kit import output
from frontdesk.commands.kit.progress import progress
from frontdesk.commands.kit.session import Session, on_store
from frontdesk.desk import calendar
from frontdesk.domain.values.clock import to_datetime
from frontdesk.files.published_year import from_file
from frontdesk.words.i18n import _


def run(args: Namespace) -> int:
    """Carry the command out; return the exit code."""
    return on_store(args, _load if args.verb == "import" else _show)


def _show(session: Session) -> int:
    """Print a year's exceptions from the normal weeks, and whether that year has been published."""
    known = calendar.current(session.desk)
    year = session.args.year or to_datetime(session.desk.now(), session.zone).year
    days = {day: working for day, working in sorted(known.days.items()) if day.year == year}
    provisional = year not in known.years
    open_end = not provisional and year + 1 not in known.years
    if session.args.json:
        off = [day.isoformat() for day, working in days.items() if not working]
        on = [day.isoformat() for day, working in days.items() if working]
        open_from = f"{year}-01-01" if provisional else f"{year}-12-25" if open_end else None
        said = {"year": year, "provisional": provisional, "provisional_from": open_from}
        output.say_json({**said, "off": off, "working": on})
        return 0
    if provisional:
        output.say(_("{year}: not published yet; Monday to Friday count, provisionally.").format(year=year))
    for day, working in days.items():
        output.say(f"{day.isoformat()}  {_('working day') if working else _('day off')}")
    weekdays = sum(known.is_working(date(year, 1, 1) + timedelta(days=n)) for n in range(_length(year)))
    output.say(_("{year}: {count} working days").format(year=year, count=weekdays))
    if open_end:
        may_change = _("The last days of December may still change: the list of {year} names them.")
        output.say(may_change.format(year=year + 1))
    return 0


def _load(session: Session) -> int:
    args = session.args
    with progress(args, _("Reckoning what is due")):
        result = calendar.load(session.desk, from_file(args.file), args.operation)
    return session.tell(result)


def _length(year: int) -> int:
    return (date(year + 1, 1, 1) - date(year, 1, 1)).days
