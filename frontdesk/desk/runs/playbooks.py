"""The playbooks: those that come with the program, in the language that is spoken, or the store's own instead."""

from pathlib import Path

from data.engine.transaction import Transaction
from data.runs import playbooks
from frontdesk.desk.desk import Desk
from frontdesk.desk.people.duty import check_manages
from frontdesk.desk.spoken import playbook_in
from frontdesk.domain.journal.result import Result
from frontdesk.domain.runs.events import RunEvent
from frontdesk.domain.runs.playbook import Playbook, PlaybookOnRecord
from frontdesk.domain.runs.reasons import RunReason
from frontdesk.domain.values.errors import InputError, Refused
from frontdesk.files.playbook_file import read_playbook, shipped


def listed(desk: Desk, language: str) -> tuple[PlaybookOnRecord, ...]:
    """Return every playbook in its newest version, in the order of their names."""
    used = desk.read(playbooks.newest)
    found = {key: PlaybookOnRecord(0, 0, each) for key, each in shipped(language).items()}
    for key, each in used.items():
        spoken = each._replace(playbook=playbook_in(each.playbook, language))
        if each.own or key not in found or spoken.playbook == found[key].playbook:
            found[key] = spoken
    return tuple(each for _, each in sorted(found.items()))


def shown(desk: Desk, key: str, language: str) -> PlaybookOnRecord:
    """Return one playbook. Raises `Refused(NO_PLAYBOOK)`."""
    found = listed(desk, language)
    for each in found:
        if each.playbook.key == key:
            return each
    raise Refused(RunReason.NO_PLAYBOOK, text=key, choices=tuple(each.playbook.key for each in found))


def from_file(path: Path) -> tuple[Playbook | None, list[InputError]]:
    """Return the playbook in a TOML file, or everything in it that is not right, each with its line."""
    return read_playbook(path)


def load(desk: Desk, playbook: Playbook, operation: str | None = None) -> Result:
    """Put a playbook in force: what is begun from now on follows it. Raises `Refused`: NOT_YOUR_POST, SAME_PLAYBOOK."""

    def body(transaction: Transaction) -> Result:
        check_manages(transaction)
        present = playbooks.newest(transaction.connection).get(playbook.key)
        made = playbooks.put(transaction, playbook, own=True)
        if made == present:
            raise Refused(RunReason.SAME_PLAYBOOK, text=playbook.key, version=made.version)
        return Result(RunEvent.LOAD, number=made.version, facts={"playbook": playbook.key, "version": made.version})

    return desk.do(body, operation)
