"""An operation id stands for the command it was used for first, and for no other."""

from argparse import Namespace
from collections.abc import Callable

from frontdesk.desk.desk import Answer
from frontdesk.domain.cases import templates
from frontdesk.domain.people.staff import NAME_LIMIT
from frontdesk.domain.values.errors import Reason, Refused
from frontdesk.domain.values.plates import fragment, is_usual, parse_plate, plate_or_none
from frontdesk.domain.values.text import clean_line


def check(args: Namespace, province: str, answer: Answer) -> None:
    """See that an answer is one to what was typed. Raises `Refused(OPERATION_USED)`."""
    if not (_is_of_kind(args, answer) and _is_about(args, province, answer)):
        raise Refused(Reason.OPERATION_USED, kind=answer.kind, plate=answer.plate)


def _is_of_kind(args: Namespace, answer: Answer) -> bool:
    if args.command == "move":
        return answer.kind in {"move", "hand_over"}
    step = getattr(args, "step", None)
    kinds = {
        "staff": f"staff_{step}",
        "tickets": f"ticket_{step}",
        "duty": "duty_end" if step == "end" else "duty",
        "complaints": _of_complaints(args),
        "penalties": f"penalty_{step}",
    }
    return bool(answer.kind == kinds.get(args.command, args.command).replace("-", "_"))


def _of_complaints(args: Namespace) -> str:
    if args.command != "complaints":
        return ""
    kinds = {"add": "register", "amend": "amend", "templates": "template"}
    if args.step == "templates" and args.deed == "remove":
        return "template_remove"
    return kinds.get(args.step) or str(args.taken.value)


def _is_about(args: Namespace, province: str, answer: Answer) -> bool:
    if args.command == "complaints" and args.step == "templates":
        return bool(clean_line(args.name, templates.NAME_LIMIT) == answer.detail)
    if args.command == "complaints" and args.step == "add":
        plate = plate_or_none(args.plate, province)
        return (plate, args.severity) == (answer.plate, answer.detail)
    if args.command in _ABOUT:
        return _ABOUT[args.command](args, answer)
    if "number" in args:
        return bool(args.number == answer.number)
    if "plate" not in args:
        return True
    plate = parse_plate(args.plate, province)
    whole = args.command == "arrive" or (args.command == "turn-away" and is_usual(plate))
    return plate == answer.plate or (not whole and fragment(args.plate) in answer.plate)


def _is_on_duty(args: Namespace, answer: Answer) -> bool:
    role, _blank, name = answer.detail.partition(" ")
    return bool(role == args.role) and ("name" not in args or name == clean_line(args.name, NAME_LIMIT))


def _is_penalty(args: Namespace, answer: Answer) -> bool:
    """Whether it is this penalty; one that was proposed: on this complaint, of this person."""
    if args.step != "propose":
        return bool(args.number == answer.number)
    return answer.detail == f"{args.case} {clean_line(args.person, NAME_LIMIT)}"


def _is_decision(args: Namespace, answer: Answer) -> bool:
    """Whether it is this action, on the cars that were typed; none typed: on the one that was proposed."""
    plates = (answer.plate, *answer.others)
    return bool(args.action == answer.detail) and all(
        any(fragment(typed) in plate for plate in plates) for typed in args.plates
    )


_ABOUT: dict[str, Callable[[Namespace, Answer], bool]] = {
    "staff": lambda args, answer: clean_line(args.name, NAME_LIMIT) == answer.detail,
    "duty": _is_on_duty,
    "penalties": _is_penalty,
    "act": _is_decision,
    "explain": lambda args, answer: bool((args.number, args.why) == (answer.number, answer.detail)),
}
