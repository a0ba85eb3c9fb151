"""The results of the commands for the roster, absences and shifts."""

from frontdesk.commands.kit.session import Session
from frontdesk.domain.journal.result import Result
from frontdesk.domain.rosters.events import RosterEvent
from frontdesk.words.i18n import _
from frontdesk.words.phrases import case_number

_OF = {
    ("roster", "plan"): {RosterEvent.BEGIN, RosterEvent.PROPOSE},
    ("roster", "need"): {RosterEvent.NEED},
    ("roster", "set"): {RosterEvent.SET, RosterEvent.TAKE_OVER, RosterEvent.TAKE_OFF},
    ("roster", "swap"): {RosterEvent.SWAP, RosterEvent.SWAP_ASK},
    ("roster", "publish"): {RosterEvent.SUBMIT},
    ("absences", "add"): {RosterEvent.ABSENCE_ADD},
    ("absences", "remove"): {RosterEvent.ABSENCE_END},
    ("shifts", "add"): {RosterEvent.SHIFT_ADD},
    ("shifts", "remove"): {RosterEvent.SHIFT_REMOVE},
}
"""The events that each command leads to."""


def is_same(session: Session, result: Result) -> bool:
    """Whether a result belongs to this command: its event, and whom or what it is about."""
    args = session.args
    about = getattr(args, "person", None) or getattr(args, "key", None)
    said = {str(fact) for fact in result.facts.values()}
    return result.kind in _OF[args.command, args.verb] and (about is None or about in said)


def particulars(result: Result) -> str:
    """Return its number and what it is about."""
    facts = result.facts
    words = [str(facts[name]) for name in ("name", "day", "shift", "first", "last", "other") if facts.get(name)]
    missing = facts.get("missing") or facts.get("shifts")
    if missing:
        words.append(_("{count} missing").format(count=missing))
    return " ".join([case_number(result.number), *words])
