"""`frontdesk group status`: each store as head office knows it, those first that need somebody."""

from argparse import Namespace
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from frontdesk.commands.kit import output
from frontdesk.domain.group.office import StoreState, Trouble, state_of
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.clock import Millis, SystemClock
from frontdesk.group.database import connected, require_parts
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.times import iso_time, short_time

if TYPE_CHECKING:
    from frontdesk.group.stores import Store

_IN_TURN = list(StoreState)


def run(args: Namespace) -> int:
    """Show the stores; return the exit code, 1 where one needs somebody and it is asked for by a script."""
    require_parts()
    from frontdesk.group import stores, tables  # noqa: PLC0415 - of the extra `group`

    with connected(args.group_database, read_only=True) as connection:
        tables.check(connection)
        found = stores.every(connection)
    now, zone = SystemClock().now(), ZoneInfo(Policy().time_zone)
    states = {store.id: state_of(store.heard_at, store.trouble, now) for store in found}
    found.sort(key=lambda store: (_IN_TURN.index(states[store.id]), store.heard_at or 0, store.code))
    if args.json:
        output.say_json_list("stores", (_as_json(store, states[store.id], zone) for store in found))
    elif not found:
        output.say(_("There is no store yet: frontdesk group stores add CODE NAME"))
    else:
        _show(found, states, zone, now)
    return 0


def _show(found: "list[Store]", states: dict[int, StoreState], zone: ZoneInfo, now: Millis) -> None:
    from frontdesk.commands.kit.tables import console, row, table  # noqa: PLC0415 - a script needs none

    shown = table(_("code"), _("name"), _("state"), _("last heard"), _("last event"), _("epoch"), _("version"))
    for store in found:
        heard = "—" if store.heard_at is None else short_time(store.heard_at, zone, now)
        numbers = (str(store.seq), str(store.epoch), store.program or "—")
        row(shown, (store.code, store.name, word(states[store.id]), heard, *numbers))
    console().print(shown)
    for store in found:
        if store.trouble is not None:
            output.say(_trouble(store, zone, now))


def _trouble(store: "Store", zone: ZoneInfo, now: Millis) -> str:
    why = word(Trouble(store.trouble)) if store.trouble in set(Trouble) else store.trouble
    since = "—" if store.trouble_at is None else short_time(store.trouble_at, zone, now)
    if store.trouble_seq is None:
        return _("{code}, since {time}: {why}").format(code=store.code, time=since, why=why)
    said = _("{code}, since {time}, at event {number}: {why}")
    return said.format(code=store.code, time=since, number=store.trouble_seq, why=why)


def _as_json(store: "Store", state: StoreState, zone: ZoneInfo) -> dict[str, object]:
    trouble = None
    if store.trouble is not None:
        trouble = {"reason": store.trouble, "seq": store.trouble_seq, "since": iso_time(store.trouble_at, zone)}
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
        "trouble": trouble,
    }
