"""`frontdesk group stores add|token|rename|remove`: the stores that may send, each by a token of its own."""

from argparse import Namespace
from typing import TYPE_CHECKING, Any

from frontdesk.commands.kit import output
from frontdesk.domain.values.clock import SystemClock
from frontdesk.group.database import connected, require_parts
from frontdesk.words.i18n import _

if TYPE_CHECKING:
    from frontdesk.group.database import Connection


def run(args: Namespace) -> int:
    """Carry the command out; return the exit code."""
    require_parts()
    from frontdesk.group import tables  # noqa: PLC0415 - of the extra `group`

    with connected(args.group_database) as connection:
        tables.bring_up_to_date(connection)
        token = _do(args, connection)
    args.done = True
    if args.json:
        output.say_json({"code": args.code, "token": token})
    elif args.deed == "rename":
        output.say(_("Renamed: {code}.").format(code=args.code))
    elif args.deed == "remove":
        output.say(_("Removed: {code}.").format(code=args.code))
    else:
        output.say(token or "")
        output.warn(
            _("The token of {code}, shown this once. At the store: frontdesk group join ADDRESS {code}").format(
                code=args.code
            )
        )
    return 0


def _do(args: Namespace, connection: "Connection[Any]") -> str | None:
    """Do it; return the token where there is a new one."""
    from frontdesk.group import stores  # noqa: PLC0415 - of the extra `group`

    match args.deed:
        case "add":
            return stores.add(connection, args.code, args.name, args.province or "", SystemClock().now())
        case "token":
            return stores.new_token(connection, args.code)
        case "rename":
            stores.rename(connection, args.code, args.name, args.province)
        case "remove":
            stores.remove(connection, args.code)
    return None
