"""The playbooks: those that come with the program, in the language that is spoken, or the store's own instead."""

from pathlib import Path

from data.engine.transaction import Transaction
from data.runs import playbooks
from frontdesk.desk.desk import Desk
from frontdesk.desk.people.duty import check_manages
from frontdesk.desk.spoken import is_of_program, playbook_in
from frontdesk.domain.journal.result import Result
from frontdesk.domain.runs.changes import Change, changes
from frontdesk.domain.runs.events import RunEvent
from frontdesk.domain.runs.playbook import Playbook, PlaybookKind, PlaybookOnRecord
from frontdesk.domain.runs.reasons import RunReason
from frontdesk.domain.values.errors import InputError, Refused
from frontdesk.files.playbook_file import languages, read_playbook, shipped


def listed(desk: Desk, language: str) -> tuple[PlaybookOnRecord, ...]:
    """Return every playbook in the version that is in force, in the order of their names.

    The store's own takes the place of the program's; of the program's the one of this program is in force.
    """
    used = desk.read(playbooks.newest)
    found = {key: PlaybookOnRecord(0, 0, each) for key, each in shipped(language).items()}
    for key, each in used.items():
        spoken = each._replace(playbook=playbook_in(each.playbook, language))
        if each.own or key not in found or spoken.playbook == found[key].playbook:
            found[key] = spoken
    return tuple(each for _, each in sorted(found.items()))


def of_incidents(desk: Desk, language: str) -> tuple[PlaybookOnRecord, ...]:
    """Return the playbooks for when something goes wrong (I5)."""
    return tuple(each for each in listed(desk, language) if each.playbook.kind == PlaybookKind.INCIDENT)


def shown(desk: Desk, key: str, language: str) -> PlaybookOnRecord:
    """Return one playbook. Raises `Refused(NO_PLAYBOOK)`."""
    found = listed(desk, language)
    for each in found:
        if each.playbook.key == key:
            return each
    raise Refused(RunReason.NO_PLAYBOOK, text=key, choices=tuple(each.playbook.key for each in found))


def key_of(desk: Desk, typed: str, language: str) -> str:
    """Return the key of the playbook that is typed by its key or its title; what is neither, as a key is typed."""
    said, key = typed.strip().casefold(), typed.strip().lower().replace("-", "_")
    named = [each.playbook.key for each in listed(desk, language) if each.playbook.title.casefold() == said]
    return named[0] if len(named) == 1 else key


def versions(desk: Desk, key: str, language: str) -> tuple[tuple[PlaybookOnRecord, tuple[Change, ...]], ...]:
    """Return the versions on record, oldest first, each with what it says otherwise than the one before.

    Before the first stands what came with the program. Raises `Refused(NO_PLAYBOOK)`.
    """
    shown(desk, key, language)
    before, found = shipped(language).get(key), []
    for each in desk.read(lambda connection: playbooks.versions(connection, key)):
        spoken = playbook_in(each.playbook, language)
        found.append((each._replace(playbook=spoken), _otherwise(before, spoken) if before else ()))
        before = spoken
    return tuple(found)


def _otherwise(was: Playbook, now: Playbook) -> tuple[Change, ...]:
    """Return what changed; that what came with the program is said in another language is no change."""
    before, after = (
        [shipped(language)[each.key] for language in languages()] if is_of_program(each) else [each]
        for each in (was, now)
    )
    return min((changes(one, other) for one in before for other in after), key=len)


def from_file(path: Path) -> tuple[Playbook | None, list[InputError]]:
    """Return the playbook in a TOML file, or everything in it that is not right, each with its line."""
    return read_playbook(path)


def load(desk: Desk, playbook: Playbook, operation: str | None = None) -> Result:
    """Put a playbook in force: what is begun from now on follows it. Raises `Refused`: NOT_YOUR_POST, SAME_PLAYBOOK."""

    def body(transaction: Transaction) -> Result:
        check_manages(transaction)
        present = playbooks.newest(transaction.connection).get(playbook.key)
        made = playbooks.put(transaction, playbook, own=not is_of_program(playbook))
        if made == present:
            raise Refused(RunReason.SAME_PLAYBOOK, text=playbook.key, version=made.version)
        return Result(RunEvent.LOAD, number=made.version, facts={"playbook": playbook.key, "version": made.version})

    return desk.do(body, operation)


def put_back(desk: Desk, key: str, language: str, operation: str | None = None) -> Result:
    """Put what came with the program in force again. Raises `Refused`: NO_PLAYBOOK, NOT_YOUR_POST, SAME_PLAYBOOK."""
    came = shipped(language)
    if key not in came:
        raise Refused(RunReason.NO_PLAYBOOK, text=key, choices=tuple(sorted(came)))
    if shown(desk, key, language).playbook == came[key]:
        raise Refused(RunReason.SAME_PLAYBOOK, text=key, version=shown(desk, key, language).version)
    return load(desk, came[key], operation)
