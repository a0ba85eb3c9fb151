"""`frontdesk group readers`: who may look at head office's dashboard in a browser, each by an access code."""

from argparse import Namespace
from zoneinfo import ZoneInfo

from frontdesk.commands.kit import output
from frontdesk.domain.group.readers import Reader
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.stations.devices import shown_code
from frontdesk.domain.values.clock import SystemClock
from frontdesk.group.database import connected, require_parts
from frontdesk.words.i18n import _
from frontdesk.words.times import iso_time, long_time

_ZONE = ZoneInfo(Policy().time_zone)


def run(args: Namespace) -> int:
    """Carry the command out; return the exit code."""
    require_parts()
    from frontdesk.group import readers, tables  # noqa: PLC0415 - of the extra `group`

    with connected(args.group_database) as connection:
        tables.bring_up_to_date(connection)
        now = SystemClock().now()
        if args.deed == "list":
            return _list(args, readers.every(connection, now))
        args.done = True
        if args.deed == "remove":
            readers.remove(connection, args.name)
            return _removed(args)
        code = (
            readers.add(connection, args.name, now) if args.deed == "add" else readers.new_code(connection, args.name)
        )
    return _say_code(args, shown_code(code))


def _say_code(args: Namespace, code: str) -> int:
    if args.json:
        output.say_json({"name": args.name, "code": code})
    else:
        output.say(code)
        said = _("The access code of {name}, shown this once. It is typed in the browser, at head office's address.")
        output.warn(said.format(name=args.name))
    return 0


def _removed(args: Namespace) -> int:
    if args.json:
        output.say_json({"name": args.name, "removed": True})
    else:
        output.say(_("{name} looks at the dashboard no more; open pages end within seconds.").format(name=args.name))
    return 0


def _list(args: Namespace, found: list[Reader]) -> int:
    if args.json:
        output.say_json_list("readers", (_as_json(reader) for reader in found))
        return 0
    if not found:
        output.say(_("Nobody has an access code yet: frontdesk group readers add NAME"))
        return 0
    from frontdesk.commands.kit.tables import console, row, table  # noqa: PLC0415 - a script needs none

    shown = table(_("name"), _("since"), _("browsers"), _("signed in last"))
    for reader in found:
        last = "—" if reader.signed_in_at is None else long_time(reader.signed_in_at, _ZONE)
        row(shown, (reader.name, long_time(reader.added_at, _ZONE), str(reader.browsers), last))
    console().print(shown)
    return 0


def _as_json(reader: Reader) -> dict[str, object]:
    return {
        "name": reader.name,
        "since": iso_time(reader.added_at, _ZONE),
        "browsers": reader.browsers,
        "signed_in_at": iso_time(reader.signed_in_at, _ZONE),
    }
