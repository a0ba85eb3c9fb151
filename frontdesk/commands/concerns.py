"""Every concern's commands by their names, in the order of the help; a concern is loaded for a command of its own."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from frontdesk.commands.kit.parts import Parser

if TYPE_CHECKING:
    from frontdesk.commands.kit.parts import Commands


class Concern(NamedTuple):
    """The names of a concern's commands, and what adds them to the parser."""

    names: tuple[str, ...]
    add: Callable[["Commands", Parser], None]


def _stations(commands: "Commands", common: Parser) -> None:
    from frontdesk.commands.stations import parser

    parser.add(commands, common)


def _picture(commands: "Commands", common: Parser) -> None:
    from frontdesk.commands.picture import parser

    parser.add(commands, common)


def _past(commands: "Commands", common: Parser) -> None:
    from frontdesk.commands.past import parser

    parser.add(commands, common)


def _zone(commands: "Commands", common: Parser) -> None:
    from frontdesk.commands.zone import parser

    parser.add(commands, common)


def _escalations(commands: "Commands", common: Parser) -> None:
    from frontdesk.commands.escalations import parser

    parser.add(commands, common)


def _lounge(commands: "Commands", common: Parser) -> None:
    from frontdesk.commands.lounge import parser

    parser.add(commands, common)


def _gates(commands: "Commands", common: Parser) -> None:
    from frontdesk.commands.gates import parser

    parser.add(commands, common)


def _duty(commands: "Commands", common: Parser) -> None:
    from frontdesk.commands.people import parser

    parser.add_duty(commands, common)


def _watch(commands: "Commands", common: Parser) -> None:
    from frontdesk.commands.stations import parser

    parser.add_watch(commands, common)


def _web(commands: "Commands", common: Parser) -> None:
    from frontdesk.commands.web import parser

    parser.add(commands, common)


def _appointments(commands: "Commands", common: Parser) -> None:
    from frontdesk.commands.appointments import parser

    parser.add(commands, common)


def _cases(commands: "Commands", common: Parser) -> None:
    from frontdesk.commands.cases import parser

    parser.add(commands, common)


def _messages(commands: "Commands", common: Parser) -> None:
    from frontdesk.commands.messages import parser

    parser.add(commands, common)


def _penalties(commands: "Commands", common: Parser) -> None:
    from frontdesk.commands.penalties import parser

    parser.add(commands, common)


def _figures(commands: "Commands", common: Parser) -> None:
    from frontdesk.commands.figures import parser

    parser.add(commands, common)


def _runs(commands: "Commands", common: Parser) -> None:
    from frontdesk.commands.quotes import parser as quotes
    from frontdesk.commands.runs import parser

    parser.add(commands, common)
    quotes.add(commands, common)


def _outlook(commands: "Commands", common: Parser) -> None:
    from frontdesk.commands.outlook import parser

    parser.add(commands, common)


def _matters(commands: "Commands", common: Parser) -> None:
    from frontdesk.commands.matters import parser

    parser.add(commands, common)


def _signing(commands: "Commands", common: Parser) -> None:
    from frontdesk.commands.matters import parser

    parser.add_signing(commands, common)


def _measures(commands: "Commands", common: Parser) -> None:
    from frontdesk.commands.measures import parser

    parser.add(commands, common)


def _reviews(commands: "Commands", common: Parser) -> None:
    from frontdesk.commands.reviews import parser

    parser.add(commands, common)


def _plans(commands: "Commands", common: Parser) -> None:
    from frontdesk.commands.plans import parser

    parser.add(commands, common)


def _setup(commands: "Commands", common: Parser) -> None:
    from frontdesk.commands.setup import parser

    parser.add(commands, common)


def _staff(commands: "Commands", common: Parser) -> None:
    from frontdesk.commands.people import parser

    parser.add_staff(commands, common)


def _policy(commands: "Commands", common: Parser) -> None:
    from frontdesk.commands.policy import parser

    parser.add(commands, common)


def _forgetting(commands: "Commands", common: Parser) -> None:
    from frontdesk.commands.forgetting import parser

    parser.add(commands, common)


def _progress(commands: "Commands", common: Parser) -> None:
    from frontdesk.commands.progress import parser

    parser.add(commands, common)


def _customers(commands: "Commands", common: Parser) -> None:
    from frontdesk.commands.customers import parser

    parser.add(commands, common)


def _retention(commands: "Commands", common: Parser) -> None:
    from frontdesk.commands.retention import parser

    parser.add(commands, common)


def _calendar(commands: "Commands", common: Parser) -> None:
    from frontdesk.commands.calendar import parser

    parser.add(commands, common)


def _upkeep(commands: "Commands", common: Parser) -> None:
    from frontdesk.commands.upkeep import parser

    parser.add(commands, common)


def _machine(commands: "Commands", common: Parser) -> None:
    from frontdesk.commands.machine import parser

    parser.add(commands, common)


def _handbook(commands: "Commands", common: Parser) -> None:
    from frontdesk.commands.handbook import parser

    parser.add(commands, common)


CONCERNS = (
    Concern(("demo", "guard", "reception", "manager", "workshop", "lounge"), _stations),
    Concern(("status",), _picture),
    Concern(("at",), _past),
    Concern(
        ("arrive", "receive", "work-order", "hand-over", "move", "swap", "leave", "turn-away", "correct-plate", "undo"),
        _zone,
    ),
    Concern(("escalations", "acknowledge", "tell", "act", "explain", "tasks", "done"), _escalations),
    Concern(("tickets",), _lounge),
    Concern(("gate",), _gates),
    Concern(("duty",), _duty),
    Concern(("watch",), _watch),
    Concern(("serve",), _web),
    Concern(("appointments",), _appointments),
    Concern(("complaints",), _cases),
    Concern(("messages", "notify"), _messages),
    Concern(("penalties",), _penalties),
    Concern(("report", "visits"), _figures),
    Concern(("outlook",), _outlook),
    Concern(("reviews",), _reviews),
    Concern(("measures",), _measures),
    Concern(("progress",), _progress),
    Concern(("plans",), _plans),
    Concern(("matters",), _matters),
    Concern(("playbooks", "steps", "quotes"), _runs),
    Concern(("approvals", "sign", "reject", "confirm"), _signing),
    Concern(("setup",), _setup),
    Concern(("staff",), _staff),
    Concern(("policy",), _policy),
    Concern(("forget",), _forgetting),
    Concern(("customers",), _customers),
    Concern(("retention",), _retention),
    Concern(("calendar",), _calendar),
    Concern(("replay", "doctor", "events", "backup", "restore", "compact"), _upkeep),
    Concern(("service", "settings", "completion", "uninstall"), _machine),
    Concern(("handbook",), _handbook),
)


def concern_of(name: str) -> Concern | None:
    """Return the concern that has a command of this name; None for a name that no command has."""
    return next((concern for concern in CONCERNS if name in concern.names), None)
