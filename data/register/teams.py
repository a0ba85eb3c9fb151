"""The teams: what the store says of each, and who is in it."""

from collections import defaultdict
from collections.abc import Sequence

from data.engine.connection import Connection
from data.engine.transaction import Row, Transaction
from data.people import staff
from frontdesk.domain.people.staff import Person
from frontdesk.domain.register.teams import Team, TeamOnRecord


def every(connection: Connection) -> tuple[TeamOnRecord, ...]:
    """Return the teams with their members, in order."""
    people = {person.id: person for person in staff.everyone(connection)}
    members: defaultdict[str, list[Person]] = defaultdict(list)
    for team, person in connection.execute(
        "select team, staff_id from team_members where position > 0 order by position, id"
    ):
        if person in people:
            members[team].append(people[person])
    said = {key: (name, duty) for key, name, duty in connection.execute("select key, name, duty from teams")}
    return tuple(TeamOnRecord(team, *said.get(team, ("", "")), tuple(members[team])) for team in Team)


def get(connection: Connection, key: Team) -> TeamOnRecord:
    """Return one team."""
    return next(team for team in every(connection) if team.key is key)


def of_person(connection: Connection, name: str) -> tuple[Team, ...]:
    """Return the teams somebody is in."""
    return tuple(team.key for team in every(connection) if any(person.name == name for person in team.members))


def save(transaction: Transaction, team: TeamOnRecord) -> None:
    """Keep the store's name of a team and its duty."""
    row: Row = {"name": team.name, "duty": team.duty}
    known = transaction.connection.execute("select id from teams where key = ?", (team.key,)).fetchone()
    if known is None:
        transaction.insert("teams", {"key": team.key, **row})
    else:
        transaction.update("teams", known[0], row)


def put_in_order(transaction: Transaction, team: Team, people: Sequence[int]) -> None:
    """Have these people in a team, in this order, and nobody else; what stays as it is, is not written."""
    rows = transaction.connection.execute("select staff_id, id, position from team_members where team = ?", (team,))
    known = {person: (number, position) for person, number, position in rows}
    wanted = {**dict.fromkeys(known, 0), **{person: place for place, person in enumerate(people, start=1)}}
    for person, position in wanted.items():
        if person not in known:
            transaction.insert("team_members", {"team": team, "staff_id": person, "position": position})
        elif known[person][1] != position:
            transaction.update("team_members", known[person][0], {"position": position})


def leave_all(transaction: Transaction, person: int) -> None:
    """Take somebody who leaves the staff out of every team; those after them move up."""
    connection = transaction.connection
    rows = connection.execute("select team from team_members where staff_id = ? and position > 0", (person,))
    for (team,) in rows.fetchall():
        left = connection.execute(
            "select staff_id from team_members where team = ? and position > 0 and staff_id <> ? order by position, id",
            (team, person),
        )
        put_in_order(transaction, Team(team), [number for (number,) in left.fetchall()])
