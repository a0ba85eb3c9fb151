"""`frontdesk group stores add|token`: the stores that may send, each by a token of its own."""

from argparse import Namespace

from frontdesk.commands.kit import output
from frontdesk.domain.values.clock import SystemClock
from frontdesk.group.database import connected, require_parts
from frontdesk.words.i18n import _


def run(args: Namespace) -> int:
    """Carry the command out; return the exit code."""
    require_parts()
    from frontdesk.group import stores, tables  # noqa: PLC0415 - of the extra `group`

    with connected(args.group_database) as connection:
        tables.bring_up_to_date(connection)
        if args.deed == "add":
            token = stores.add(connection, args.code, args.name, args.province, SystemClock().now())
        else:
            token = stores.new_token(connection, args.code)
    args.done = True
    if args.json:
        output.say_json({"code": args.code, "token": token})
    else:
        output.say(token)
        output.warn(
            _("The token of {code}, shown this once. At the store: frontdesk group join ADDRESS {code}").format(
                code=args.code
            )
        )
    return 0
