"""`frontdesk correct-plate`: a plate that was entered wrongly."""

from frontdesk.commands.kit.inputs import read_car
from frontdesk.commands.kit.session import Session
from frontdesk.commands.zone.unusual import taken
from frontdesk.desk import plates
from frontdesk.domain.journal.result import Result
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.plates import Plate, parse_plate
from frontdesk.domain.zone.reasons import ZoneReason


def correct(session: Session) -> Result:
    """Correct the plate of a car that is here, or of the visit that is named by its number."""
    args, province = session.args, session.snapshot.policy.province
    right = taken(session, parse_plate(args.right, province), args.right)
    if args.visit is None:
        number, wrong = _here(session, read_car(session.snapshot, args.plate))
    else:
        number, wrong = args.visit, parse_plate(args.plate, province)
    return plates.correct(session.desk, number, right, wrong=wrong, operation=args.operation)


def _here(session: Session, wrong: Plate) -> tuple[int, Plate]:
    car = session.snapshot.floor.find(wrong)
    if car is not None:
        return car.visit_id, wrong
    earlier = plates.visits(session.desk, wrong)
    if not earlier:
        raise Refused(ZoneReason.NOT_HERE, plate=wrong)
    numbers = tuple(visit.id for visit in earlier[:9])
    left_at, now = earlier[0].left_at, session.desk.now()
    raise Refused(ZoneReason.WHICH_VISIT, plate=wrong, left_at=left_at, visits=numbers, now=now)
