"""`frontdesk group templates`: numbers that head office offers its stores, and which store took which version."""

from argparse import Namespace
from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from frontdesk.commands.kit import output
from frontdesk.commands.policy.policy import by_key, say_faults
from frontdesk.desk.policy import from_file
from frontdesk.domain.group.templates import as_offered, check_offered
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.clock import SystemClock
from frontdesk.files.toml_file import read_toml
from frontdesk.group.database import connected, require_parts
from frontdesk.words.group.templates import called, number_line
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.phrases import labelled
from frontdesk.words.times import iso_time, long_time

if TYPE_CHECKING:
    from frontdesk.group.database import Connection
    from frontdesk.group.templates import AtStore, TemplateVersion

_ZONE = ZoneInfo(Policy().time_zone)


def run(args: Namespace) -> int:
    """Carry the command out; return the exit code."""
    require_parts()
    from frontdesk.group import tables, version  # noqa: PLC0415 - of the extra `group`

    deed: Callable[[Namespace, Connection[Any]], int] = _DEEDS[args.deed]
    if args.deed == "add":
        numbers, wrong = _read(args)
        if wrong:
            return wrong
        args.numbers = numbers
    with connected(args.group_database, read_only=args.looks) as connection:
        version.check(connection) if args.looks else tables.bring_up_to_date(connection)
        return deed(args, connection)


def _read(args: Namespace) -> tuple[dict[str, object], int]:
    """Return the numbers in the file; or, having said what is not right in it, the exit code."""
    named = read_toml(args.file)
    check_offered(named)
    policy, wrong = from_file(args.file)
    return ({}, say_faults(args, wrong)) if wrong else (as_offered(by_key(policy), named), 0)


def _add(args: Namespace, connection: "Connection[Any]") -> int:
    from frontdesk.group import templates  # noqa: PLC0415 - as said

    made = templates.add(connection, args.name, args.numbers, note=args.note, by=args.by, now=SystemClock().now())
    args.done = True
    if args.json:
        output.say_json(_as_json(made))
    else:
        output.say(
            _("On offer: {template}. Each store fetches it with its next sending.").format(template=_called(made))
        )
    return 0


def _withdraw(args: Namespace, connection: "Connection[Any]") -> int:
    from frontdesk.group import templates  # noqa: PLC0415 - as said

    gone = templates.withdraw(connection, args.name, args.by, SystemClock().now())
    args.done = True
    if args.json:
        output.say_json(_as_json(gone))
    else:
        output.say(_("Withdrawn: {template}. Where it was accepted its numbers stay.").format(template=_called(gone)))
    return 0


def _list(args: Namespace, connection: "Connection[Any]") -> int:
    from frontdesk.group import templates  # noqa: PLC0415 - as said

    found = templates.every(connection)
    if args.json:
        output.say_json_list("templates", map(_as_json, found))
        return 0
    if not found:
        output.say(_("There is no template yet: frontdesk group templates add NAME FILE"))
    newest: set[str] = set()
    for each in found:
        output.say(_line(each, is_newest=each.name not in newest))
        newest.add(each.name)
    return 0


def _show(args: Namespace, connection: "Connection[Any]") -> int:
    from frontdesk.group import templates  # noqa: PLC0415 - as said

    found = templates.newest(connection, args.name)
    if args.json:
        output.say_json(_as_json(found))
        return 0
    output.say(_line(found, is_newest=True))
    for key, value in found.said.items():
        output.say(number_line(key, value))
    return 0


def _status(args: Namespace, connection: "Connection[Any]") -> int:
    from frontdesk.commands.kit.tables import console, row, table  # noqa: PLC0415 - a script needs none
    from frontdesk.group import templates  # noqa: PLC0415 - as said

    name = templates.newest(connection, args.name).name
    found = templates.at_stores(connection, name)
    if args.json:
        output.say_json_list("stores", map(_store_json, found))
        return 0
    shown = table(_("code"), _("store name"), _("version"), _("state"), _("since"), _("version in force"))
    for each in found:
        since = "—" if each.since is None else long_time(each.since, _ZONE)
        row(shown, (each.code, each.name, str(each.version or "—"), word(each.state), since, str(each.took or "—")))
    console().print(shown)
    return 0


def _called(template: "TemplateVersion") -> str:
    return called(template.name, template.version)


def _line(template: "TemplateVersion", *, is_newest: bool) -> str:
    """Return who added it and when, and whether it is still on offer."""
    said = [
        _("added by {who} {at}").format(who=template.added_by, at=long_time(template.added_at, _ZONE)),
        _("numbers: {count}").format(count=len(template.said)),
    ]
    if template.withdrawn_at is not None:
        at = long_time(template.withdrawn_at, _ZONE)
        said.append(_("withdrawn by {who} {at}").format(who=template.withdrawn_by, at=at))
    elif not is_newest:
        said.append(_("a newer version is on offer"))
    return labelled(_called(template), " · ".join(filter(None, (*said, template.note))))


def _as_json(template: "TemplateVersion") -> dict[str, object]:
    return {
        **template.as_told,
        "added_at": iso_time(template.added_at, _ZONE),
        "withdrawn_at": iso_time(template.withdrawn_at, _ZONE),
        "withdrawn_by": template.withdrawn_by,
    }


def _store_json(store: "AtStore") -> dict[str, object]:
    return {
        "code": store.code,
        "name": store.name,
        "version": store.version,
        "state": store.state.removeprefix("template_"),
        "since": iso_time(store.since, _ZONE),
        "in_force": store.took,
    }


_DEEDS: dict[str, Callable[[Namespace, Any], int]] = {
    "add": _add,
    "list": _list,
    "show": _show,
    "status": _status,
    "withdraw": _withdraw,
}
