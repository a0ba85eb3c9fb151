"""The results of the commands for cars."""

from frontdesk.commands.kit.session import Session
from frontdesk.domain.journal.events import JournalEvent
from frontdesk.domain.journal.result import Result
from frontdesk.domain.values.event import Event
from frontdesk.domain.values.plates import as_plate, fragment, is_usual, parse_plate, show_plate
from frontdesk.domain.zone.events import ZoneEvent
from frontdesk.domain.zone.leaving import WhyLeft
from frontdesk.words.lookup import event_word, word

_KINDS: dict[str, set[Event]] = {
    "arrive": {ZoneEvent.ARRIVE},
    "receive": {ZoneEvent.RECEIVE},
    "work-order": {ZoneEvent.WORK_ORDER},
    "hand-over": {ZoneEvent.HAND_OVER},
    # To the workshop, a move hands over.
    "move": {ZoneEvent.MOVE, ZoneEvent.HAND_OVER},
    "swap": {ZoneEvent.SWAP},
    "leave": {ZoneEvent.LEAVE},
    "turn-away": {ZoneEvent.TURN_AWAY},
    "correct-plate": {ZoneEvent.CORRECT_PLATE},
    "undo": {JournalEvent.UNDO},
}


def is_same(session: Session, result: Result) -> bool:
    """Whether a result belongs to this command and to the typed car or part of a plate."""
    args = session.args
    if result.kind not in _KINDS[args.command]:
        return False
    if args.command == "undo":
        return True
    plate = as_plate(args.plate, session.snapshot.policy.province)
    if args.command == "correct-plate":
        right = parse_plate(args.right, session.snapshot.policy.province)
        visit, wrong = args.visit or result.number, str(result.facts["wrong"])
        return (right, visit) == (result.plate, result.number) and (plate == wrong or fragment(args.plate) in wrong)
    if args.command == "swap":
        one, other, typed = result.plate, str(result.facts["other"]), (fragment(args.plate), fragment(args.other))
        return (typed[0] in one and typed[1] in other) or (typed[0] in other and typed[1] in one)
    whole = args.command == "arrive" or (args.command == "turn-away" and is_usual(plate))
    return plate == result.plate or (not whole and fragment(args.plate) in result.plate)


def particulars(result: Result) -> str:
    """Return what was taken back, the plate that was wrong, why a car left; nothing of the others."""
    if result.kind == ZoneEvent.CORRECT_PLATE:
        return show_plate(str(result.facts["wrong"]))
    if result.kind == ZoneEvent.LEAVE and "why" in result.facts:
        return word(WhyLeft(str(result.facts["why"])))
    return event_word(str(result.facts["kind"])) if result.kind == JournalEvent.UNDO else ""
