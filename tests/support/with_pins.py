"""A store where people sign in by PIN, and some of them have one."""

from dataclasses import replace

from frontdesk.desk import policy
from frontdesk.desk.desk import Desk
from frontdesk.desk.people import pins
from frontdesk.domain.people.pins import SignIn
from frontdesk.domain.people.staff import Actor, Proof

PIN = "907314"
SHELL = Actor("command", "", Proof.SHELL)


def sign_in_by_pin(desk: Desk, *names: str) -> Desk:
    """Let people sign in by PIN; these have chosen theirs."""
    before, desk.actor = desk.actor, SHELL
    for name in names:
        _, given = pins.give(desk, name)
        pins.choose(desk, name, given, PIN)
    policy.load(desk, replace(desk.snapshot().policy, sign_in=SignIn.PINS))
    desk.actor = before
    return desk


def proofs(desk: Desk) -> list[str | None]:
    """Return how it is known who did each thing, the latest first."""
    return [proof for (proof,) in desk.connection.execute("select proof from events order by seq desc")]
