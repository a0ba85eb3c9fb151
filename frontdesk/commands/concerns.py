"""Every concern's commands by their names, in the order of the help; a concern is loaded for a command of its own."""

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from frontdesk.commands.kit.parts import Parser

if TYPE_CHECKING:
    from frontdesk.commands.kit.parts import Commands


class Concern(NamedTuple):
    """The names of a concern's commands, in which room its parser is, and what of it adds them."""

    names: tuple[str, ...]
    room: str
    adding: str = "add"

    def add(self, commands: "Commands", common: Parser) -> None:
        """Add its commands to the parser of the command line."""
        getattr(import_module(f"frontdesk.commands.{self.room}.parser"), self.adding)(commands, common)


CONCERNS = (
    Concern(("demo", "guard", "reception", "manager", "workshop", "lounge"), "stations"),
    Concern(("status",), "picture"),
    Concern(("at",), "past"),
    Concern(
        ("arrive", "receive", "work-order", "hand-over", "move", "swap", "leave", "turn-away", "correct-plate", "undo"),
        "zone",
    ),
    Concern(("escalations", "acknowledge", "tell", "act", "explain", "tasks", "done"), "escalations"),
    Concern(("tickets",), "lounge"),
    Concern(("gate",), "gates"),
    Concern(("duty",), "people", "add_duty"),
    Concern(("watch",), "stations", "add_watch"),
    Concern(("serve",), "web"),
    Concern(("appointments",), "appointments"),
    Concern(("complaints",), "cases"),
    Concern(("messages", "notify"), "messages"),
    Concern(("penalties",), "penalties"),
    Concern(("report", "visits"), "figures"),
    Concern(("outlook",), "outlook"),
    Concern(("weather",), "weather"),
    Concern(("reviews",), "reviews"),
    Concern(("measures",), "measures"),
    Concern(("progress",), "progress"),
    Concern(("rescues", "parts"), "rescues"),
    Concern(("orders",), "orders"),
    Concern(("plans",), "plans"),
    Concern(("meetings",), "meetings"),
    Concern(("surveys",), "surveys"),
    Concern(("matters",), "matters"),
    Concern(("roster", "absences", "shifts"), "rosters"),
    Concern(("holidays",), "holidays"),
    Concern(("incidents",), "incidents"),
    Concern(("playbooks", "steps"), "runs"),
    Concern(("checks",), "checks"),
    Concern(("drills",), "drills"),
    Concern(("trainings",), "trainings"),
    Concern(("quotes",), "quotes"),
    Concern(("approvals", "sign", "reject", "confirm"), "matters", "add_signing"),
    Concern(("setup",), "setup"),
    Concern(("staff",), "people", "add_staff"),
    Concern(("things", "areas", "teams", "contacts"), "register"),
    Concern(("policy",), "policy"),
    Concern(("forget",), "forgetting"),
    Concern(("customers",), "customers"),
    Concern(("retention",), "retention"),
    Concern(("calendar",), "calendar"),
    Concern(("group",), "group"),
    Concern(("replay", "doctor", "events", "backup", "restore", "compact"), "upkeep"),
    Concern(("service", "settings", "completion", "uninstall"), "machine"),
    Concern(("handbook",), "handbook"),
)


def concern_of(name: str) -> Concern | None:
    """Return the concern that has a command of this name; None for a name that no command has."""
    return next((concern for concern in CONCERNS if name in concern.names), None)
