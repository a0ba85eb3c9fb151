"""An operation id stands for the command it was used for first, and for no other."""

from argparse import Namespace

from frontdesk.desk.desk import Answer
from frontdesk.domain.errors import Reason, Refused
from frontdesk.domain.plates import fragment, is_usual, parse_plate
from frontdesk.domain.staff import NAME_LIMIT
from frontdesk.domain.text import clean_line


def check(args: Namespace, province: str, answer: Answer) -> None:
    """See that an answer is one to what was typed. Raises `Refused(OPERATION_USED)`."""
    if not (_is_of_kind(args, answer) and _is_about(args, province, answer)):
        raise Refused(Reason.OPERATION_USED, kind=answer.kind, plate=answer.plate)


def _is_of_kind(args: Namespace, answer: Answer) -> bool:
    if args.command == "move":
        return answer.kind in {"move", "hand_over"}
    kind = f"staff_{args.step}" if args.command == "staff" else args.command.replace("-", "_")
    return bool(answer.kind == kind)


def _is_about(args: Namespace, province: str, answer: Answer) -> bool:
    if args.command == "staff":
        return clean_line(args.name, NAME_LIMIT) == answer.detail
    if "plate" not in args:
        return True
    plate = parse_plate(args.plate, province)
    whole = args.command == "arrive" or (args.command == "turn-away" and is_usual(plate))
    return plate == answer.plate or (not whole and fragment(args.plate) in answer.plate)
