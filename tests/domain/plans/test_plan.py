"""Who reviews and who approves a plan; what a plan may be called (G1)."""

import pytest

from frontdesk.domain.people.reasons import PeopleReason
from frontdesk.domain.people.staff import Person, Post
from frontdesk.domain.plans.plan import read_key
from frontdesk.domain.plans.reasons import PlanReason
from frontdesk.domain.plans.roles import roles_for
from frontdesk.domain.values.errors import Reason, Refused

G, M, D, GM = Post.ADVISOR, Post.MANAGER, Post.DIRECTOR, Post.GENERAL_MANAGER


@pytest.mark.parametrize(
    ("author", "others", "roles"),
    [
        (M, (D, GM), (D, GM)),
        (M, (M, D, GM), (D, GM)),
        (D, (M, GM), (M, GM)),
        (D, (D, GM), (D, GM)),
        (D, (GM,), (GM,)),
        (GM, (M, D), (M, D)),
        (GM, (D, D), (D, D)),
        (GM, (D,), (D,)),
        (M, (D,), (GM,)),
        (M, (D, D), (D, GM)),
        (M, (M, D), (M, GM)),
        (G, (M,), (GM,)),
        (M, (M,), (GM,)),
        (M, (G,), PlanReason.THREE_PEOPLE),
        (D, (M,), PlanReason.THREE_PEOPLE),
        (GM, (M,), PlanReason.THREE_PEOPLE),
        (M, (), PlanReason.THREE_PEOPLE),
    ],
)
def test_who_signs(author: Post, others: tuple[Post, ...], roles: tuple[Post, ...] | Reason) -> None:
    staff = [Person(number, f"人{number}", post, "") for number, post in enumerate((author, *others))]
    if isinstance(roles, tuple):
        assert roles_for("人0", staff) == roles
        return
    with pytest.raises(Refused) as refused:
        roles_for("人0", staff)
    assert refused.value.reason is roles


def test_a_stranger_writes_none() -> None:
    with pytest.raises(Refused) as refused:
        roles_for("路人", [Person(1, "张总", GM, "")])
    assert refused.value.reason is PeopleReason.UNKNOWN_PERSON


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("zone", "zone"), (" ZONE ", "zone"), ("预检区", "预检区"), ("zone-2", "zone-2"), ("a", "a"),
        ("a" * 40, "a" * 40), ("a" * 41, None), ("", None), ("zone!", None), ("-a", None), ("a-", None), ("a b", None),
    ],
)  # fmt: skip
def test_a_short_name(text: str, key: str | None) -> None:
    if key is not None:
        assert read_key(text) == key
        return
    with pytest.raises(Refused) as refused:
        read_key(text)
    assert refused.value.reason is PlanReason.BAD_PLAN_KEY
