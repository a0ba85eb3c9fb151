"""The teams: who is in each, in which order, and what each does (I3, S6)."""

from collections.abc import Callable, Sequence

from data.engine.transaction import Transaction
from data.people import staff
from data.register import teams
from frontdesk.desk.desk import Desk
from frontdesk.domain.journal.result import Result
from frontdesk.domain.people.staff import NAME_LIMIT as PERSON_LIMIT
from frontdesk.domain.register.events import RegisterEvent
from frontdesk.domain.register.reasons import RegisterReason
from frontdesk.domain.register.teams import DUTY_LIMIT, NAME_LIMIT, Team, TeamOnRecord, check_members
from frontdesk.domain.register.teams import put as put_at
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.text import whole_line

Order = Callable[[tuple[str, ...]], Sequence[str]]


def listed(desk: Desk) -> tuple[TeamOnRecord, ...]:
    """Return the teams with their members."""
    return desk.read(teams.every)


def change(
    desk: Desk, key: Team, *, name: str | None = None, duty: str | None = None, operation: str | None = None
) -> Result:
    """Give a team the store's own name or duty; what is not said stays, what is empty is as shipped again.

    Raises `Refused`: SAME_AS_BEFORE, TEXT_TOO_LONG.
    """
    said = None if name is None else whole_line(name, NAME_LIMIT)
    does = None if duty is None else whole_line(duty, DUTY_LIMIT)

    def body(transaction: Transaction) -> Result:
        team = teams.get(transaction.connection, key)
        becomes = team._replace(name=team.name if said is None else said, duty=team.duty if does is None else does)
        if becomes == team:
            raise Refused(RegisterReason.SAME_AS_BEFORE, name=team.name or key)
        teams.save(transaction, becomes)
        return Result(RegisterEvent.TEAM_CHANGE, facts={"team": key})

    return desk.do(body, operation)


def put(desk: Desk, key: Team, name: str, position: int | None = None, operation: str | None = None) -> Result:
    """Put somebody in a team at a position, 1 to lead it; None: last, or where they are.

    Raises `Refused`: UNKNOWN_PERSON, SAME_AS_BEFORE, TEAM_FULL.
    """
    who = whole_line(name, PERSON_LIMIT)
    return _order(desk, key, lambda names: put_at(names, who, position), who, operation)


def take_out(desk: Desk, key: Team, name: str, operation: str | None = None) -> Result:
    """Take somebody out of a team. Raises `Refused`: UNKNOWN_PERSON, NOT_IN_TEAM."""
    who = whole_line(name, PERSON_LIMIT)

    def without(names: tuple[str, ...]) -> Sequence[str]:
        if who not in names:
            raise Refused(RegisterReason.NOT_IN_TEAM, name=who)
        return [each for each in names if each != who]

    return _order(desk, key, without, who, operation)


def put_all(desk: Desk, key: Team, names: Sequence[str], operation: str | None = None) -> Result:
    """Have just these people in a team, in this order.

    Raises `Refused`: UNKNOWN_PERSON, MEMBER_TWICE, TEAM_FULL, SAME_AS_BEFORE.
    """
    said = tuple(whole_line(name, PERSON_LIMIT) for name in names)
    return _order(desk, key, lambda _: said, " ".join(said), operation)


def _order(desk: Desk, key: Team, order: Order, said: str, operation: str | None) -> Result:
    def body(transaction: Transaction) -> Result:
        connection = transaction.connection
        numbers = {person.name: person.id for person in staff.everyone(connection)}
        now = tuple(person.name for person in teams.get(connection, key).members)
        becomes = tuple(order(now))
        check_members(becomes, numbers.keys())
        if becomes == now:
            raise Refused(RegisterReason.SAME_AS_BEFORE, name=said)
        teams.put_in_order(transaction, key, [numbers[name] for name in becomes])
        return Result(RegisterEvent.TEAM_MEMBERS, facts={"team": key, "name": said})

    return desk.do(body, operation)
