"""At which stations a step of a team stands: where its people work (I3)."""

from collections.abc import Iterable

from frontdesk.domain.escalations.open_steps import OpenStep
from frontdesk.domain.people.staff import Post
from frontdesk.domain.register.teams import Team, TeamOnRecord
from frontdesk.domain.stations.station import StationKind

WORKS_AT = {
    Post.GUARD: StationKind.GUARD,
    Post.DRIVER: StationKind.GUARD,
    Post.ADVISOR: StationKind.RECEPTION,
    Post.OFFICE: StationKind.RECEPTION,
    Post.TECHNICIAN: StationKind.WORKSHOP,
    Post.PARTS: StationKind.WORKSHOP,
    Post.QUALITY: StationKind.WORKSHOP,
    Post.SUPERVISOR: StationKind.WORKSHOP,
    Post.MANAGER: StationKind.MANAGER,
    Post.DIRECTOR: StationKind.MANAGER,
    Post.GENERAL_MANAGER: StationKind.MANAGER,
}
"""The station of each post."""

OF_NOBODY = {
    Team.COMMAND: StationKind.MANAGER,
    Team.RESCUE: StationKind.WORKSHOP,
    Team.EVACUATION: StationKind.RECEPTION,
    Team.CORDON: StationKind.GUARD,
    Team.COMMUNICATION: StationKind.RECEPTION,
    Team.SUPPLIES: StationKind.WORKSHOP,
    Team.AFTERMATH: StationKind.MANAGER,
}
"""The station of a team that nobody is in yet."""


def stands_at(step: OpenStep, station: StationKind, who: str, teams: Iterable[TeamOnRecord], *, workshop: bool) -> bool:
    """Whether a station lists a step: it is the one that the step names, or somebody of the team works there.

    `workshop`: whether the workshop's own station is open; else what is the workshop's stands at the reception desk.
    """
    team = next((team for team in teams if team.key == step.team), None)
    members = team.members if team else ()
    if step.station:
        homes = {StationKind(step.station)}
    elif members:
        homes = {WORKS_AT[member.post] for member in members}
    else:
        homes = {OF_NOBODY[Team(step.team)]}
    if not workshop and StationKind.WORKSHOP in homes:
        homes.add(StationKind.RECEPTION)
    is_member = not step.station and any(member.name == who for member in members)
    return station in homes or is_member
