"""The demo's roster of the next public holiday, and the plan of that holiday (S2, S10)."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta

from frontdesk.demo.script import Line
from frontdesk.desk import approvals
from frontdesk.desk.desk import Desk
from frontdesk.desk.holidays import opening
from frontdesk.desk.holidays import reading as holidays
from frontdesk.desk.register import calling, contacts
from frontdesk.desk.rosters import absences, changes, needs_by_hand, planning, publishing, reading
from frontdesk.domain.holidays.plan import FARTHEST
from frontdesk.domain.journal.result import Result
from frontdesk.domain.people.staff import Post
from frontdesk.domain.register.calling import CallResult
from frontdesk.domain.register.contacts import ContactKind, Details
from frontdesk.domain.rosters.fairness import Cost, cost
from frontdesk.domain.rosters.greedy import greedy
from frontdesk.domain.rosters.holidays import Holiday
from frontdesk.domain.rosters.proposal import Proposal
from frontdesk.domain.rosters.shift import UsualShift
from frontdesk.domain.rosters.turn import Turn
from frontdesk.domain.rosters.version import Version
from frontdesk.domain.values.errors import Refused

Act = Callable[[Desk, Line, Version], Result | None]

_BY_LAW = ((1, 1), (5, 1), (10, 1))
"""Days that are free in each year, whether its list is published or not."""
_DAY = timedelta(days=1)


def holiday_ahead(known: holidays.Ahead) -> Holiday:
    """Return the Spring Festival, or else the next holiday, that a plan opened today has all its time for.

    Where none is published yet, it is the next one whose day the law fixes, and the days it is always free with.
    """
    begins = known.today + known.ahead_days * _DAY
    listed = [each for each, _plan in known.holidays if each.first >= begins]
    published = next((each for each in listed if each.is_spring_festival), next(iter(listed), None))
    return published or _by_law(begins)


def _by_law(begins: date) -> Holiday:
    day = next(
        day for ahead in range(FARTHEST) if ((day := begins + ahead * _DAY).month, day.day) in _BY_LAW
    )  # fmt: skip
    return Holiday(day, day + 2 * _DAY)


def _begin(desk: Desk, _line: Line) -> Result:
    first, last = holiday_ahead(holidays.ahead(desk))
    return planning.begin(desk, first, last)


def _away(desk: Desk, line: Line, version: Version) -> Result:
    return absences.add(desk, line.details["person"], version.last, version.last, line.details["why"])


def _need(desk: Desk, line: Line, version: Version) -> Result:
    """Some posts stay away from the late shift, the technicians but for the last day."""
    why, posts = line.details["why"], [Post(each) for each in line.details["posts"].split()]
    days = [
        (day, post) for day in version.days for post in posts
        if post is not Post.TECHNICIAN or day != version.last
    ]  # fmt: skip
    typed = [needs_by_hand.Typed(day, UsualShift.LATE, post, 0, why) for day, post in days]
    return needs_by_hand.set_needs(desk, version.id, typed)


def _propose(desk: Desk, _line: Line, version: Version) -> Result:
    """Take the first roster that keeps every rule: OR-Tools would hold the demo up, and may not be there."""
    task = reading.board(desk, version.id).task
    turns = greedy(task)
    proposal = Proposal(turns, cost(task, turns), Cost(*[0] * len(Cost._fields)), 0.0, 0.0)
    return planning.take(desk, version.id, proposal)


def _swap(desk: Desk, line: Line, version: Version) -> Result | None:
    """Two people ask for the first swap of their shifts that the rules allow."""
    found = reading.board(desk, version.id)
    one, other = (
        [turn for turn in found.turns if turn.is_worked and turn.person == name]
        for name in line.details["between"].split()
    )
    for turn, back in ((turn, back) for turn in one for back in other if _is_another(turn, back)):
        with suppress(Refused):
            return changes.swap(desk, turn.day, turn.person, back.person, back.day)
    return None


def _is_another(turn: Turn, back: Turn) -> bool:
    return (turn.day, turn.shift) != (back.day, back.shift)


def _of_roster(act: Act) -> Callable[[Desk, Line], Result | None]:
    """Do it with the roster that comes next."""

    def do(desk: Desk, line: Line) -> Result | None:
        found = reading.standing(desk)
        return act(desk, line, found[0]) if found else None

    return do


def _plan(desk: Desk, _line: Line) -> Result:
    first, last = holiday_ahead(holidays.ahead(desk))
    return opening.open_by_hand(desk, first, last)


def _supplier(desk: Desk, line: Line) -> Result:
    said = line.details
    return contacts.add(desk, Details(ContactKind.SUPPLIER, said["name"], said["phone"], is_backup=True))


def _rung(desk: Desk, _line: Line) -> Result | None:
    """Everybody on the contact list is rung, and answers."""
    answer = None
    for each in calling.listed(desk)[0]:
        answer = calling.called(desk, each.key, CallResult.REACHED)
    return answer


ACTIONS: dict[str, Callable[[Desk, Line], Result | None]] = {
    "roster": _begin,
    "roster_away": _of_roster(_away),
    "roster_need": _of_roster(_need),
    "roster_proposed": _of_roster(_propose),
    "roster_submitted": _of_roster(lambda desk, _line, version: publishing.submit(desk, version.id)),
    "roster_signed": _of_roster(lambda desk, _line, version: approvals.sign(desk, version.id)),
    "roster_swap": _of_roster(_swap),
    "supplier": _supplier,
    "holiday_plan": _plan,
    "contacts_rung": _rung,
}
