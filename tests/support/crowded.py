"""A store whose zone was too full while a car waited, and a complaint about it: what a penalty starts from."""

from typing import Any

from data import penalties
from frontdesk.desk import zone
from frontdesk.desk.cases import register
from frontdesk.desk.desk import Desk
from frontdesk.desk.people import staff
from frontdesk.domain.cases.case import CaseKind, Channel, Severity
from frontdesk.domain.cases.new_case import NewCase
from frontdesk.domain.penalties.penalty import Penalty
from frontdesk.domain.people.staff import Post
from frontdesk.domain.values.plates import Plate

CARS = (Plate("苏A12341"), Plate("苏A12342"), Plate("苏A12343"), Plate("苏A12344"))
PEOPLE = {"王芳": Post.MANAGER, "李建国": Post.DIRECTOR, "赵敏": Post.ADVISOR, "张三": Post.GUARD}


def crowd(desk: Desk, people: dict[str, Post] = PEOPLE) -> None:
    """Put people on the staff list and let four cars arrive: escalation No. 1."""
    for name, post in people.items():
        staff.add(desk, name, post)
    for car in CARS:
        zone.arrive(desk, Plate(car))


def complain(desk: Desk, plate: str = CARS[0], **more: Any) -> int:
    """Register a case; return its number."""
    about: dict[str, Any] = {
        "channel": Channel.PERSON, "kind": CaseKind.WAITING, "severity": Severity.ORDINARY,
        "customer": "陈先生", "phone": "", "plate": plate, "words": "等太久", **more,
    }  # fmt: skip
    return register.register(desk, NewCase(**about)).number


def penalty(desk: Desk, number: int) -> Penalty:
    """What is on record of a penalty."""
    return desk.read(lambda connection: penalties.get(connection, number))
