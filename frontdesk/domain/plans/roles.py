"""Who signs a plan: author, reviewer and approver are three people where the staff list has them (G1)."""

from collections.abc import Iterable

from frontdesk.domain.people.reasons import PeopleReason
from frontdesk.domain.people.staff import Person, Post
from frontdesk.domain.plans.reasons import PlanReason
from frontdesk.domain.values.errors import Refused


def roles_for(author: str, staff: Iterable[Person]) -> tuple[Post, ...]:
    """Return who signs what somebody wrote: the director reviews, the general manager approves.

    Author, reviewer and approver are three where the staff list has them. Where there is no general manager the
    director signs in that place, and another director or a service manager reviews, if there is one.
    Raises `Refused`: UNKNOWN_PERSON, THREE_PEOPLE where nobody but the author could approve it.
    """
    everybody = tuple(staff)
    if author not in {person.name for person in everybody}:
        raise Refused(PeopleReason.UNKNOWN_PERSON, name=author)
    posts = {person.post for person in everybody}
    others = [person.post for person in everybody if person.name != author]
    directors, managers = others.count(Post.DIRECTOR), others.count(Post.MANAGER)
    if Post.GENERAL_MANAGER in others:
        first = Post.DIRECTOR if directors else Post.MANAGER if managers else None
        last = Post.GENERAL_MANAGER
    elif directors:
        first = Post.DIRECTOR if directors > 1 else Post.MANAGER if managers else None
        last = Post.DIRECTOR if Post.GENERAL_MANAGER in posts else Post.GENERAL_MANAGER
    elif managers and not posts & {Post.DIRECTOR, Post.GENERAL_MANAGER}:
        first, last = None, Post.GENERAL_MANAGER
    else:
        raise Refused(PlanReason.THREE_PEOPLE, who=author)
    return (last,) if first is None else (first, last)
