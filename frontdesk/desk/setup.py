"""Making a store out of the answers of the set-up: whole, or not at all."""

from pathlib import Path

from frontdesk.desk import policy
from frontdesk.desk.desk import Desk
from frontdesk.desk.people import staff
from frontdesk.domain.files import FileReason
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.setup.answers import all_faults, policy_of
from frontdesk.domain.setup.draft import Draft, Newcomer
from frontdesk.domain.setup.reasons import SetupReason
from frontdesk.domain.values.clock import Clock
from frontdesk.domain.values.errors import Refused, StoreError
from frontdesk.files.leftovers import setup_folder
from frontdesk.files.new_file import keep_on_disk, place, refuse_name
from frontdesk.files.refused_by_system import told


def set_up(path: Path, draft: Draft, actor: Actor, clock: Clock | None = None) -> None:
    """Make the store that was described, at `path`.

    Raises `Refused` for the first answer that is not right, ALREADY_SET_UP where somebody has made a store meanwhile,
    and `StoreError`.
    """
    for _, fault in all_faults(draft):
        raise fault
    begin(path, policy_of(draft), draft.people, actor, clock)


def begin(path: Path, numbers: Policy, people: tuple[Newcomer, ...], actor: Actor, clock: Clock | None = None) -> None:
    """Make a store with this policy and these people: built beside its place, so that a half-made one never opens."""
    refuse_name(path)
    with told(path):
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with setup_folder(path.absolute().parent) as folder:
            building = folder / path.name
            with Desk.open(building, actor, clock) as desk:
                policy.load(desk, numbers)
                for person in people:
                    staff.add(desk, person.name, person.post, person.phone)
            keep_on_disk(building)
            _put_in_place(building, path)
    with Desk.open(path, actor, clock, create=False) as desk:
        desk.note_end()


def _put_in_place(building: Path, path: Path) -> None:
    try:
        place(building, path)
    except StoreError as error:
        if error.reason is FileReason.FILE_EXISTS:
            raise Refused(SetupReason.ALREADY_SET_UP, path=path) from error
        raise
