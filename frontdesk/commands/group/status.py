"""`frontdesk group status`: each store as head office knows it, those first that need somebody."""

from argparse import Namespace
from zoneinfo import ZoneInfo

from frontdesk.commands.kit import output
from frontdesk.domain.group.office import StoreState
from frontdesk.domain.group.store import Store, in_turn
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.clock import Millis, SystemClock
from frontdesk.group import version
from frontdesk.group.database import connected, require_parts
from frontdesk.words.group.stores import heard, trouble
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.times import iso_time


def run(args: Namespace) -> int:
    """Show the stores; return the exit code, 1 where one needs somebody and it is asked for by a script."""
    require_parts()
    from frontdesk.group import stores  # noqa: PLC0415 - of the extra `group`

    with connected(args.group_database, read_only=True) as connection:
        version.check(connection)
        found = stores.every(connection)
    now, zone = SystemClock().now(), ZoneInfo(Policy().time_zone)
    found = in_turn(found, now)
    if args.json:
        output.say_json_list("stores", (_as_json(store, store.state(now), zone) for store in found))
    elif not found:
        output.say(_("There is no store yet: frontdesk group stores add CODE NAME"))
    else:
        _show(found, zone, now)
    return 0


def _show(found: list[Store], zone: ZoneInfo, now: Millis) -> None:
    from frontdesk.commands.kit.tables import console, row, table  # noqa: PLC0415 - a script needs none

    shown = table(_("code"), _("store name"), _("state"), _("last heard"), _("last event"), _("epoch"), _("version"))
    for store in found:
        numbers = (str(store.seq), str(store.epoch), store.program or "—")
        row(shown, (store.code, store.name, word(store.state(now)), heard(store, zone, now), *numbers))
    console().print(shown)
    for store in found:
        if store.trouble is not None:
            output.say(trouble(store, zone, now))


def _as_json(store: Store, state: StoreState, zone: ZoneInfo) -> dict[str, object]:
    why = None
    if store.trouble is not None:
        why = {"reason": store.trouble, "seq": store.trouble_seq, "since": iso_time(store.trouble_at, zone)}
    return {
        "code": store.code,
        "name": store.name,
        "province": store.province,
        "state": state,
        "heard_at": iso_time(store.heard_at, zone),
        "epoch": store.epoch,
        "seq": store.seq,
        "hash": store.hash,
        "share": store.share,
        "program": store.program,
        "schema": store.schema,
        "trouble": why,
    }
