"""How people say who they are, and whether their PINs can be told right from wrong here."""

from collections.abc import Iterator

from data.people import pin_key, pins
from frontdesk.desk.desk import Desk
from frontdesk.desk.doctor.finding import Finding, Level
from frontdesk.domain.people.pins import SignIn
from frontdesk.domain.picture.snapshot import Snapshot


def signing_in(desk: Desk, snapshot: Snapshot) -> Iterator[Finding]:
    """Say whether a name in the record means a person, who has no PIN, and whether their key is here."""
    if snapshot.policy.sign_in == SignIn.NAMES:
        yield Finding("sign_in", "by_names", Level.WARNING)
        return
    if not snapshot.staff:
        yield Finding("sign_in", "pins_of_nobody", Level.WARNING)
        return
    key = pin_key.read(desk.path)
    have = desk.read(lambda connection: pins.had_by(connection, None if key is None else pin_key.name_of(key)))
    without = [person.name for person in snapshot.staff if person.id not in have]
    if key is None:
        yield Finding("sign_in", "no_pin_key", Level.PROBLEM, {"path": pin_key.path_of(desk.path)})
    elif without:
        yield Finding("sign_in", "without_pin", Level.WARNING, {"names": " ".join(without)})
    else:
        yield Finding("sign_in", "by_pins")
