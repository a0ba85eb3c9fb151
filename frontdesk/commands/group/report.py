"""`frontdesk group report MONTH`: the stores of the group beside each other, also as a workbook."""

from argparse import Namespace
from zoneinfo import ZoneInfo

from frontdesk.commands.kit import output
from frontdesk.domain.calendar.months import Month
from frontdesk.domain.figures.reasons import FiguresReason
from frontdesk.domain.group.comparison import Comparison, Measure, Rate
from frontdesk.domain.group.comparison import Month as MonthOfStore
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.clock import SystemClock
from frontdesk.domain.values.errors import InputError
from frontdesk.files import new_file
from frontdesk.group.database import require_parts
from frontdesk.group.reading import Reading
from frontdesk.words.group.comparison import MARKS, interval, legend, marked, per_hundred
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.times import iso_time


def run(args: Namespace) -> int:
    """Show the comparison; return the exit code."""
    require_parts()

    if args.xlsx is not None and args.xlsx.suffix.lower() != ".xlsx":
        raise InputError(FiguresReason.BAD_WORKBOOK, path=args.xlsx)
    month, zone = Month.read(args.month), ZoneInfo(Policy().time_zone)
    found = Reading(args.group_database).compared(month, zone, within_s=0)
    if args.xlsx is not None:
        from frontdesk.commands.group import workbook  # noqa: PLC0415 - openpyxl is slow to load

        new_file.make(args.xlsx, lambda path: workbook.write(path, month, found))
    if args.json:
        output.say_json(_as_json(month, found, zone))
    elif args.xlsx is not None:
        output.say(_("Written: {path}.").format(path=args.xlsx))
    else:
        _show(month, found, None if args.of is None else Measure(args.of.replace("-", "_")))
    return 0


def _show(month: Month, found: Comparison, of: Measure | None) -> None:
    from frontdesk.commands.kit.tables import console, row, table  # noqa: PLC0415 - a script needs none

    if of is None:
        shown = table(_("code"), _("store name"), _("arrivals"), *map(word, Measure))
        for each in found.months:
            row(shown, (each.code, each.name, str(each.cars), *(marked(found, measure, each) for measure in Measure)))
        whole = (per_hundred(found.rate(measure)) for measure in Measure)
        row(shown, ("", _("the whole group"), str(found.cars), *whole))
    else:
        headings = (_("arrivals"), _("times"), _("for 100 cars"), _("95 % interval"), "")
        shown = table(_("code"), _("store name"), *headings)
        for each in sorted(found.months, key=lambda each: -(found.rate(of, each).per_car or 0)):
            rate, standing = found.rate(of, each), found.standing(of, each)
            said = f"{MARKS[standing]} {word(standing)}".strip()
            row(shown, (each.code, each.name, *_figures(rate), said))
        row(shown, ("", _("the whole group"), *_figures(found.rate(of)), ""))
    output.say(_("{month}: the stores of the group").format(month=month) + ("" if of is None else f" · {word(of)}"))
    console().print(shown)
    for line in legend(found, SystemClock().now()):
        output.say(line)


def _figures(rate: Rate) -> tuple[str, ...]:
    return str(rate.cars), str(rate.times), per_hundred(rate), interval(rate)


def _as_json(month: Month, found: Comparison, zone: ZoneInfo) -> dict[str, object]:
    def measures(each: MonthOfStore | None) -> dict[str, object]:
        told: dict[str, object] = {}
        for measure in Measure:
            rate = found.rate(measure, each)
            known = {"low": rate.low, "high": rate.high} if rate.cars else {"low": None, "high": None}
            standing = {} if each is None else {"standing": found.standing(measure, each)}
            told[measure.value] = {"count": rate.times, "per_car": rate.per_car, **known, **standing}
        return told

    stores = [
        {
            "code": each.code,
            "name": each.name,
            "province": each.province,
            "heard_at": iso_time(each.heard_at, zone),
            "whole": found.is_whole(each),
            "cars": each.cars,
            **measures(each),
        }
        for each in found.months
    ]
    return {"of": str(month), "group": {"cars": found.cars, **measures(None)}, "stores": stores}
