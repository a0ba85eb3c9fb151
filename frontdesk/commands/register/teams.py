"""`frontdesk teams`: the teams for emergencies (I3, S6)."""

from argparse import Namespace

from frontdesk.commands.kit import output
from frontdesk.commands.kit.inputs import read_choice
from frontdesk.commands.kit.session import Session, carry_out, on_store
from frontdesk.commands.register import results
from frontdesk.desk.register import teams
from frontdesk.domain.journal.result import Result
from frontdesk.domain.register.teams import Team, TeamOnRecord
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.teams import member_line, team_duty, team_word


def run(args: Namespace) -> int:
    """Carry the command out; return the exit code."""
    acts = {"put": _put, "remove": _remove, "set": _set, "describe": _describe}
    if args.verb in acts:
        return carry_out(args, acts[args.verb], results)
    return on_store(args, _list)


def _list(session: Session) -> int:
    every = teams.listed(session.desk)
    if session.args.json:
        output.say_json_list("teams", map(_as_json, every))
        return 0
    for team in every:
        output.say(f"{team_word(team.key, team.name)}: {team_duty(team.key, team.duty)}")
        for place, person in enumerate(team.members):
            output.say(f"  {member_line(person, place)}")
        if not team.members:
            output.say(f"  {_('no members yet')}")
    return 0


def _team(session: Session) -> Team:
    return read_choice(Team, session.args.team)


def _put(session: Session) -> Result:
    args = session.args
    return teams.put(session.desk, _team(session), args.name, args.position, args.operation)


def _remove(session: Session) -> Result:
    return teams.take_out(session.desk, _team(session), session.args.name, session.args.operation)


def _set(session: Session) -> Result:
    return teams.put_all(session.desk, _team(session), session.args.names, session.args.operation)


def _describe(session: Session) -> Result:
    args = session.args
    return teams.change(session.desk, _team(session), name=args.name, duty=args.duty, operation=args.operation)


def _as_json(team: TeamOnRecord) -> dict[str, object]:
    return {
        "key": team.key,
        "name": team_word(team.key, team.name),
        "duty": team_duty(team.key, team.duty),
        "members": [
            {"name": person.name, "post": person.post, "post_word": word(person.post), "phone": person.phone}
            for person in team.members
        ],
    }
