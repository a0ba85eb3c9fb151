"""Who is called when something crosses a limit, and at which stations they are reached (Z1, Z5, Z6)."""

from enum import IntEnum, StrEnum

from frontdesk.domain.people.staff import Person, Post
from frontdesk.domain.stations.station import StationKind


class Role(StrEnum):
    """The role a stage of the chain calls. Manager and deputy are the people on duty as such; the others are posts."""

    GUARD = "guard"
    ADVISOR = "advisor"
    MANAGER = "manager"
    DEPUTY = "deputy"
    DIRECTOR = "director"
    GENERAL_MANAGER = "general_manager"
    COMMAND = "team:command"
    """Whoever leads the store's emergency organisation (S6)."""


POSTS = {
    Role.GUARD: Post.GUARD,
    Role.ADVISOR: Post.ADVISOR,
    Role.MANAGER: Post.MANAGER,
    Role.DEPUTY: Post.SUPERVISOR,
    Role.DIRECTOR: Post.DIRECTOR,
    Role.GENERAL_MANAGER: Post.GENERAL_MANAGER,
    Role.COMMAND: Post.GENERAL_MANAGER,
}
"""The post of each role. If no deputy is set, the workshop supervisor stands in, who is on the team too (Z1)."""

REACHED_AT = {
    Role.GUARD: frozenset({StationKind.GUARD}),
    Role.ADVISOR: frozenset({StationKind.RECEPTION}),
    Role.MANAGER: frozenset({StationKind.MANAGER}),
    # They have no station of their own: the reception desk fetches them, or they stand at one of these two.
    Role.DEPUTY: frozenset({StationKind.RECEPTION, StationKind.MANAGER}),
    Role.DIRECTOR: frozenset({StationKind.RECEPTION, StationKind.MANAGER}),
    Role.GENERAL_MANAGER: frozenset({StationKind.RECEPTION, StationKind.MANAGER}),
    Role.COMMAND: frozenset({StationKind.RECEPTION, StationKind.MANAGER}),
}

WORKPLACES = frozenset(StationKind) - {StationKind.LOUNGE}
"""The stations where people of the store work; what is on the lounge display customers see."""

LADDER = (Post.GUARD, Post.ADVISOR, Post.SUPERVISOR, Post.MANAGER, Post.DIRECTOR, Post.GENERAL_MANAGER)
"""The posts of the service, each above those before it; the other posts stand beside them."""

OWN_STEPS_ONLY = frozenset({Post.GUARD, Post.TECHNICIAN, Post.DRIVER})
"""The posts whose people do their own steps and decide nothing about customers, cases or the records."""

HEADS = frozenset({Post.DIRECTOR, Post.GENERAL_MANAGER})
"""The posts whose people always decide."""

FETCHED = frozenset({Role.DEPUTY, Role.DIRECTOR, Role.GENERAL_MANAGER, Role.COMMAND})
"""The roles that need a named person, because a station alone does not reach them."""


def first_of(post: Post, staff: tuple[Person, ...]) -> Person | None:
    """Return who of a post was put on the staff list first, or None; in which order it is listed does not matter."""
    return min((person for person in staff if person.post is post), key=lambda person: person.id, default=None)


class Rank(IntEnum):
    """How far somebody may decide."""

    DESK = 0
    MANAGER = 1
    """The manager on duty or the deputy."""
    DIRECTOR = 2
