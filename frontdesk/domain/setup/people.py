"""Who has to be on the staff list before the store opens (Z1), and who may not be missed without knowing it."""

from collections.abc import Iterator
from typing import NamedTuple

from frontdesk.domain.people.reasons import PeopleReason
from frontdesk.domain.people.roles import POSTS, Role
from frontdesk.domain.people.staff import Post, read_name
from frontdesk.domain.policy.chain import chain_step
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.setup.draft import Newcomer
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.phones import parse_phone

_CALLED = (Role.MANAGER, Role.DEPUTY, Role.DIRECTOR)
_IN_TURN = (*(POSTS[role] for role in _CALLED), Post.ADVISOR, Post.GUARD)


class Gap(NamedTuple):
    """A role of the chain that reaches nobody, from so many seconds on; `name`: who has the post, but no phone."""

    role: Role
    after_s: int
    name: str = ""


def added(people: tuple[Newcomer, ...], person: Newcomer) -> tuple[Newcomer, ...]:
    """Return the list with one more. Raises `Refused`: as `read_name` says, ALREADY_STAFF, BAD_PHONE."""
    name = read_name(person.name)
    if any(each.name == name for each in people):
        raise Refused(PeopleReason.ALREADY_STAFF, name=name)
    return (*people, Newcomer(name, person.post, parse_phone(person.phone)))


def next_post(people: tuple[Newcomer, ...]) -> Post:
    """Return the post that is missing first, in the order in which people are called."""
    taken = {person.post for person in people}
    return next((post for post in _IN_TURN if post not in taken), Post.GUARD)


def gaps(people: tuple[Newcomer, ...]) -> Iterator[Gap]:
    """Yield who would be called and cannot be reached, with the second of the plan's own chain."""
    seconds = {role: after for after, role in map(chain_step, Policy.chain)}
    for role in _CALLED:
        holders = [person for person in people if person.post is POSTS[role]]
        if not holders:
            yield Gap(role, seconds[role])
        elif not holders[0].phone:
            yield Gap(role, seconds[role], holders[0].name)
