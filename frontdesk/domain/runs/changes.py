"""What one version of a playbook says otherwise than another: steps added, dropped, changed; what is done at once."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from frontdesk.domain.runs.playbook import Fact, Playbook, Step


class How(StrEnum):
    """What became of something."""

    ADDED = "added"
    DROPPED = "dropped"
    CHANGED = "changed"


class Change(NamedTuple):
    """Something that is otherwise."""

    how: How
    of: str
    """The title of the step or the fact; empty: the playbook itself."""
    field: str = ""
    was: str = ""
    becomes: str = ""


def changes(was: Playbook, now: Playbook) -> tuple[Change, ...]:
    """Return what another version says otherwise, in the order of its file."""
    return (*_of_itself(was, now), *_of_list(was.facts, now.facts), *_of_list(was.steps, now.steps))


def _of_itself(was: Playbook, now: Playbook) -> Iterator[Change]:
    for field in ("title", "about", "kind", "first", "contacts"):
        before, after = getattr(was, field), getattr(now, field)
        if before != after:
            yield Change(How.CHANGED, "", field, _plain(before), _plain(after))


def _of_list(was: Sequence[Step | Fact], now: Sequence[Step | Fact]) -> Iterator[Change]:
    before, after = ({entry.key: entry for entry in entries} for entries in (was, now))
    for key, entry in after.items():
        if key not in before:
            yield Change(How.ADDED, entry.title)
            continue
        for field, said, becomes in zip(entry._fields, before[key], entry, strict=True):
            if said != becomes:
                yield Change(How.CHANGED, before[key].title, field, _plain(said), _plain(becomes))
    for key, entry in before.items():
        if key not in after:
            yield Change(How.DROPPED, entry.title)


def _plain(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
