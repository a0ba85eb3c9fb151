"""The commands about cars, from `frontdesk arrive` to `turn-away`, and `undo`."""

from argparse import Namespace
from collections.abc import Callable

from frontdesk.commands.kit.inputs import read_car, read_car_or_stranger, read_choice, read_place
from frontdesk.commands.kit.session import Session, carry_out
from frontdesk.commands.zone import results
from frontdesk.commands.zone.unusual import taken
from frontdesk.desk import swapping, zone
from frontdesk.domain.journal.result import Result
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.plates import parse_plate
from frontdesk.domain.values.typed_times import read_time
from frontdesk.domain.zone.cars import Purpose
from frontdesk.domain.zone.leaving import WhyLeft
from frontdesk.domain.zone.reasons import ZoneReason

_CREATING = frozenset({"arrive", "turn-away"})


def run(args: Namespace) -> int:
    """Carry the command out; return the exit code."""
    return carry_out(args, _COMMANDS[args.command], results, create=args.command in _CREATING)


def _at(session: Session) -> Millis | None:
    at = session.args.at
    return None if at is None else read_time(at, session.desk.now(), session.zone, past=True)


def _arrive(session: Session) -> Result:
    args, floor = session.args, session.snapshot.floor
    return zone.arrive(
        session.desk,
        taken(session, parse_plate(args.plate, session.snapshot.policy.province), args.plate),
        purpose=read_choice(Purpose, args.purpose, ZoneReason.UNKNOWN_PURPOSE),
        place=None if args.place is None else read_place(floor, args.place),
        compared=None if args.new else (),
        at=_at(session),
        operation=args.operation,
    )


def _receive(session: Session) -> Result:
    args = session.args
    plate = read_car(session.snapshot, args.plate)
    return zone.receive(session.desk, plate, advisor=args.advisor, at=_at(session), operation=args.operation)


def _move(session: Session) -> Result:
    args = session.args
    plate, place = read_car(session.snapshot, args.plate), read_place(session.snapshot.floor, args.place)
    return zone.move(session.desk, plate, place, at=_at(session), operation=args.operation)


def _swap(session: Session) -> Result:
    args, snapshot = session.args, session.snapshot
    plate, other = read_car(snapshot, args.plate), read_car(snapshot, args.other)
    if snapshot.floor.car(other).place.capacity != 1:
        # It does not matter who is named first: the one in the bay is the one whose place is wanted.
        plate, other = other, plate
    place = snapshot.floor.car(other).place.key
    return swapping.swap(session.desk, plate, place, other=other, at=_at(session), operation=args.operation)


def _leave(session: Session) -> Result:
    args = session.args
    why = None if args.reason is None else read_choice(WhyLeft, args.reason)
    plate = read_car(session.snapshot, args.plate)
    return zone.leave(session.desk, plate, why=why, anyway=args.anyway, at=_at(session), operation=args.operation)


def _turn_away(session: Session) -> Result:
    plate = taken(session, read_car_or_stranger(session.snapshot, session.args.plate), session.args.plate)
    compared = None if session.args.new else ()
    return zone.turn_away(session.desk, plate, compared=compared, at=_at(session), operation=session.args.operation)


def _simply(command: Callable[..., Result]) -> Callable[[Session], Result]:
    def carry_out(session: Session) -> Result:
        plate = read_car(session.snapshot, session.args.plate)
        return command(session.desk, plate, at=_at(session), operation=session.args.operation)

    return carry_out


def _correct(session: Session) -> Result:
    from frontdesk.commands.zone import plates  # noqa: PLC0415 - whatever bears a plate is loaded with it

    return plates.correct(session)


def _undo(session: Session) -> Result:
    from frontdesk.desk import undo  # noqa: PLC0415 - whatever can be undone is loaded with it

    return undo.undo(session.desk, session.args.operation)


_COMMANDS: dict[str, Callable[[Session], Result]] = {
    "arrive": _arrive,
    "receive": _receive,
    "work-order": _simply(zone.make_work_order),
    "hand-over": _simply(zone.hand_over),
    "move": _move,
    "swap": _swap,
    "leave": _leave,
    "turn-away": _turn_away,
    "correct-plate": _correct,
    "undo": _undo,
}
