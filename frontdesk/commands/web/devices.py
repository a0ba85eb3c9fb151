"""`frontdesk serve pair|devices|unpair`: the browsers that may show stations."""

from argparse import Namespace

from frontdesk.commands.kit import output
from frontdesk.commands.kit.inputs import read_choice
from frontdesk.commands.kit.session import Session, on_store
from frontdesk.desk.stations import devices
from frontdesk.domain.stations.devices import CODE_HOLDS, Device, in_order, shown_code
from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.clock import MINUTE, SECOND, Millis
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.times import iso_time, short_time


def run(args: Namespace) -> int:
    """Carry the command out; return the exit code."""
    return on_store(args, {"pair": _pair, "devices": _list, "unpair": _unpair}[args.verb])


def _pair(session: Session) -> int:
    """Show a new code."""
    named = {read_choice(StationKind, text) for text in session.args.stations}
    kinds = in_order(named or set(StationKind))
    code = devices.offer(session.desk, kinds, session.args.name)
    session.args.done = True
    if session.args.json:
        output.say_json({"code": shown_code(code), "stations": list(kinds), "valid_s": CODE_HOLDS // SECOND})
        return 0
    output.say(shown_code(code))
    said = _("Type it in the browser that is to show {stations}; it counts once, within {minutes} minutes.")
    output.warn(said.format(stations=_stations(kinds), minutes=CODE_HOLDS // MINUTE))
    return 0


def _list(session: Session) -> int:
    """List the devices."""
    found, now = devices.paired(session.desk), session.desk.clock.now()
    if session.args.json:
        output.say_json_list("devices", (_as_json(device, session) for device in found))
    elif not found:
        output.say(_("No browser is paired. A code for one: frontdesk serve pair."))
    else:
        from frontdesk.commands.kit.tables import console, row, table  # noqa: PLC0415 - a script needs none

        shown = table(_("number"), _("device"), _("stations"), _("paired"), _("last seen"))
        for device in found:
            times = (_time(at, session, now) for at in (device.paired_at, device.seen_at))
            row(shown, (str(device.id), device.name, _stations(device.kinds), *times))
        console().print(shown)
    return 0


def _unpair(session: Session) -> int:
    """Forget a device."""
    devices.unpair(session.desk, session.args.number)
    session.args.done = True
    if session.args.json:
        output.say_json({"done": "unpair", "number": session.args.number})
    else:
        output.say(_("Device {number} shows no station any more.").format(number=session.args.number))
    return 0


def _stations(kinds: tuple[StationKind, ...]) -> str:
    return _(", ").join(word(kind) for kind in kinds)


def _time(at: Millis | None, session: Session, now: Millis) -> str:
    return "—" if at is None else short_time(at, session.zone, now)


def _as_json(device: Device, session: Session) -> dict[str, object]:
    times = {"paired_at": iso_time(device.paired_at, session.zone), "seen_at": iso_time(device.seen_at, session.zone)}
    return {"number": device.id, "name": device.name, "stations": list(device.kinds), **times}
