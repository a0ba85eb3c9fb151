"""A morning at a made-up store, up to the moment at which its stations are pictured; always the same."""

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from data import stations
from data.stations import SignOfLife
from frontdesk.desk import lounge, zone
from frontdesk.desk import policy as policies
from frontdesk.desk.appointments import booking
from frontdesk.desk.cases import register
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import decisions, handling, tasks
from frontdesk.desk.figures import reports
from frontdesk.desk.incidents import commanding, reporting
from frontdesk.desk.people import staff
from frontdesk.desk.progress import jobs, promises, telling
from frontdesk.domain.appointments.booking import NewAppointment
from frontdesk.domain.cases.case import CaseKind, Channel, Severity
from frontdesk.domain.cases.new_case import NewCase
from frontdesk.domain.escalations.terms import Action, Kind
from frontdesk.domain.incidents.incident import IncidentKind
from frontdesk.domain.people.staff import Actor, Post
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.progress.terms import Heard, Hold, JobKind, Waits
from frontdesk.domain.values.clock import ManualClock, SystemClock, to_millis
from frontdesk.domain.values.plates import NO_PLATE, Plate
from frontdesk.words import i18n

AT = to_millis(datetime(2026, 3, 12, 9, 42, 13, tzinfo=ZoneInfo("Asia/Shanghai")))
"""The moment of the pictures."""

PEOPLE = {"guard": "张强", "reception": "林涛", "manager": "王芳", "workshop": "孙磊", "lounge": ""}

_STAFF = {
    "王芳": (Post.MANAGER, "13800010031"), "孙磊": (Post.SUPERVISOR, "13800010032"),
    "李建国": (Post.DIRECTOR, "13800010033"), "林涛": (Post.ADVISOR, "13800010034"),
    "赵敏": (Post.ADVISOR, "13800010035"), "张强": (Post.GUARD, "13800010036"),
}  # fmt: skip
_SECOND, _MINUTE = 1_000, 60_000
_DAY = 24 * 60 * _MINUTE

Event = tuple[int, str, Callable[[Desk], object]]
"""How long before the pictures, in ms; by whom, and what is done."""


class Since(SystemClock):
    """A clock that goes on from the moment of the pictures."""

    def __init__(self, at: int) -> None:
        self.ahead = at - super().now()

    def now(self) -> int:
        """Return the store's time."""
        return super().now() + self.ahead


def make(path: Path, language: str, *, then: str = "") -> int:
    """Make the store as it stands at the moment of the pictures, or then: `called` to the lounge, or on `fire`.

    Returns the moment.
    """
    clock = ManualClock(AT - 4 * _DAY)
    name = "广州天河店" if language == "zh" else "Tianhe Guangzhou"
    with Desk.open(path, Actor("manager", "王芳"), clock) as desk:
        policies.load(desk, replace(Policy(), store_name=name, province="粤"))
        for who, (post, phone) in _STAFF.items():
            staff.add(desk, who, post, phone)
        for before, by, what in sorted(
            [*_past(), *_complaints(language), *_now(), *_repairs(), *_booked()], key=lambda event: -event[0]
        ):
            clock.at = AT - before
            desk.actor = Actor("reception", by)
            what(desk)
            handling.evaluate(desk)
        clock.at = AT
        if then:
            THEN[then](desk, clock)
        signs = [SignOfLife(f"{at} desk", Actor(at, who), None, 0, clock.at) for at, who in PEOPLE.items()]
        stations.seen(desk.connection, signs, clock.at)
        handling.evaluate(desk)
        reports.refresh(desk)
    return clock.at


def _past() -> list[Event]:
    """Return yesterday's visits, and those of this morning that are over."""
    drawn, events = random.Random(13), list[Event]()
    begins = [_DAY + minute * _MINUTE for minute in range(-240, 100, 9)] + [m * _MINUTE for m in range(42, 104, 5)]
    for number, before in enumerate(begins):
        car = Plate(f"粤A{drawn.choice('BDFK')}{3100 + number * 37}"[:7])
        who, at = drawn.choice(("林涛", "赵敏")), before
        for wait, what in (
            (0, zone.arrive), (drawn.randint(20, 75), zone.receive), (240, zone.make_work_order),
            (drawn.randint(120, 420), zone.hand_over), (1200, zone.leave),
        ):  # fmt: skip
            at -= wait * _SECOND
            events.append((at, who, partial(_do, what, car)))
    return events


def _now() -> list[Event]:
    """Return what the cars that are here have come through."""
    here = {
        "粤A81F26": (16 * 60 + 23, "林涛"), "粤B60D88": (8 * 60 + 33, "赵敏"), "粤A5T917": (3 * 60 + 3, ""),
        "粤AD20517": (133, ""), "粤AF33108": (41, ""),
    }  # fmt: skip
    events: list[Event] = [
        ((33 * 60 + 5) * _SECOND, "张强", partial(_do, zone.arrive, Plate("粤A6K203"))),
        ((32 * 60 + 10) * _SECOND, "赵敏", partial(_do, zone.receive, Plate("粤A6K203"))),
        ((31 * 60) * _SECOND, "王芳", partial(_move, Plate("粤A6K203"), "temporary")),
        (26 * _MINUTE, "张强", partial(_do, zone.arrive, Plate("粤E3K508"))),
        ((25 * 60 + 20) * _SECOND, "林涛", partial(_do, zone.receive, Plate("粤E3K508"))),
        (23 * _MINUTE, "林涛", partial(_do, zone.make_work_order, Plate("粤E3K508"))),
        ((18 * 60 + 13) * _SECOND, "林涛", partial(_do, zone.hand_over, Plate("粤E3K508"))),
    ]
    for plate, (seconds, who) in here.items():
        at = seconds * _SECOND
        events.append((at, "张强", partial(_do, zone.arrive, Plate(plate))))
        if who:
            events.append((at - 48 * _SECOND, who, partial(_do, zone.receive, Plate(plate))))
    events.append((4 * _MINUTE, "赵敏", partial(_do, zone.make_work_order, Plate("粤B60D88"))))
    return events


def _repairs() -> list[Event]:
    """Return what the workshop has done with the cars that are in repair, and what their customers were told."""
    events: list[Event] = []
    for plate, minutes in (("粤A7H220", 66), ("粤B9M331", 96)):
        for later, who, what in (
            (0, "张强", zone.arrive),
            (1, "林涛", zone.receive),
            (4, "林涛", zone.make_work_order),
            (8, "孙磊", zone.hand_over),
        ):
            events.append(((minutes - later) * _MINUTE, who, partial(_do, what, Plate(plate))))
    return [
        *events,
        *_repair("粤E3K508", 17, JobKind.MAINTENANCE, "刘军", 28),
        *_repair("粤A7H220", 55, JobKind.REPAIR, "何伟", 78),
        *_repair("粤B9M331", 85, JobKind.BODY, "许亮", 258),
        (20 * _MINUTE, "孙磊", lambda desk: jobs.hold(desk, Plate("粤A7H220"), Hold.PARTS, AT + 18 * _MINUTE)),
        (24 * _MINUTE, "林涛", lambda desk: telling.told(desk, Plate("粤A7H220"), Heard.IN_PERSON)),
        (70 * _MINUTE, "林涛", lambda desk: promises.wait(desk, Plate("粤B9M331"), Waits.AWAY)),
    ]


def _repair(plate: str, minutes: int, kind: JobKind, technician: str, ready: int) -> list[Event]:
    car, promised = Plate(plate), AT + ready * _MINUTE
    return [
        (minutes * _MINUTE, "孙磊", lambda desk: jobs.assign(desk, car, kind, technician)),
        (minutes * _MINUTE - 1, "孙磊", lambda desk: jobs.start(desk, car)),
        (minutes * _MINUTE - 2, "林涛", lambda desk: promises.promise(desk, car, promised, told=Heard.IN_PERSON)),
    ]


def _booked() -> list[Event]:
    """Return the appointments of the day, made the evening before."""
    day = (
        (-42, "粤A81F26", "王女士"), (-12, "粤A5T917", "钱先生"), (3, "粤A2F618", "曾小明"), (18, "粤E60D99", "孙女士"),
        (18, "粤A9K312", "李先生"), (48, "粤B3T778", "周女士"), (78, "粤A6M205", "吴先生"), (138, "粤A8C114", "郑女士"),
    )  # fmt: skip
    return [
        (_DAY // 2, "林涛", partial(_book, NewAppointment(AT - 13 * _SECOND + minutes * _MINUTE, Plate(plate), who)))
        for minutes, plate, who in day
    ]


_COMPLAINTS = (
    (52, "徐先生", "粤A24TTA", Severity.MAJOR, "等了快一小时没人理", "Nobody looked after me for an hour"),
    (31, "何女士", "粤BD24412", Severity.ORDINARY, "洗车没洗干净", "The car was not washed properly"),
    (1500, "欧阳美玲", "粤A77M31", Severity.ORDINARY, "报价和结算对不上", "The bill is not what was offered"),
    (12, "黎先生", "", Severity.ORDINARY, "电话没人接", "Nobody answers the phone"),
)


def _complaints(language: str) -> list[Event]:
    return [
        (before * _MINUTE, "王芳", partial(_complain, who, Plate(plate), severity, zh if language == "zh" else en))
        for before, who, plate, severity, zh, en in _COMPLAINTS
    ]


def _do(what: Callable[[Desk, Plate], object], car: Plate, desk: Desk) -> None:
    what(desk, car)


def _book(new: NewAppointment, desk: Desk) -> None:
    booking.book(desk, new, above=True)


def _move(car: Plate, place: str, desk: Desk) -> None:
    zone.move(desk, car, place)


def _complain(customer: str, plate: Plate, severity: Severity, words: str, desk: Desk) -> None:
    register.register(desk, NewCase(
        channel=Channel.PHONE, kind=CaseKind.WAITING if severity is Severity.MAJOR else CaseKind.SERVICE,
        severity=severity, customer=customer, phone="13812348000", plate=plate or NO_PLATE, words=words,
    ))  # fmt: skip


def _call_to_bay(desk: Desk, clock: ManualClock) -> None:
    """Divert three customers to the lounge, and call the first."""
    number = next(each.id for each in desk.snapshot().escalations if each.kind is Kind.OVER_COUNT)
    cars = (Plate("粤AD20517"), Plate("粤AF33108"), Plate("粤A5T917"))
    decisions.act(desk, number, Action.DIVERT, cars, seen=None)
    for task in desk.snapshot().tasks:
        tasks.done(desk, task.id)
    clock.at += 4 * _MINUTE + 20 * _SECOND
    zone.hand_over(desk, Plate("粤B60D88"))
    lounge.call(desk, desk.snapshot().tickets[0].id)
    clock.at += 12 * _SECOND


def _fire(desk: Desk, clock: ManualClock) -> None:
    """Smoke in the workshop: reported by the guard, commanded by the manager, and under way."""
    desk.actor = Actor("guard", "张强")
    number = reporting.report(desk, IncidentKind.FIRE, "workshop", language=i18n.language()).number
    clock.at += 8 * _SECOND
    desk.actor = Actor("manager", "王芳")
    commanding.take(desk, number, i18n.language())
    clock.at += 13 * _SECOND


THEN: dict[str, Callable[[Desk, ManualClock], None]] = {"called": _call_to_bay, "fire": _fire}
"""What happens after the morning, by its name."""
