"""What is missing to call the people who are due: names, phones, or the store's name."""

from collections.abc import Iterator

from frontdesk.desk.doctor.finding import Finding, Level
from frontdesk.domain.people.roles import Role
from frontdesk.domain.picture.snapshot import Snapshot
from frontdesk.domain.values.clock import Millis


def reachable(snapshot: Snapshot, now: Millis) -> Iterator[Finding]:
    """Say which roles of the chain have no person or no phone, and whether the store has a name."""
    whole = True
    for role in (Role.MANAGER, Role.DEPUTY, Role.DIRECTOR):
        person = snapshot.roster.on_duty(role, now)
        if person is None:
            whole = False
            yield Finding("calls", f"no_{role}", Level.WARNING)
        elif not person.phone:
            whole = False
            yield Finding("calls", "no_phone", Level.WARNING, {"name": person.name})
    if whole:
        yield Finding("calls", "calls")
    if not snapshot.policy.store_name:
        yield Finding("store_name", "no_store_name", Level.WARNING)
