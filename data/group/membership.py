"""Whether the store shares its log with head office, by what stands in the log itself."""

from typing import NamedTuple

from data.engine import stored_result
from data.engine.connection import Connection
from frontdesk.domain.group.events import GroupEvent
from frontdesk.domain.values.clock import Millis

_OF_GROUP = "kind in ('group_joined', 'group_left', 'group_epoch', 'group_told', 'group_shared')"
"""Finds the events about the group; the schema has an index in the same words."""


class Membership(NamedTuple):
    """What the store is to head office."""

    code: str = ""
    """The code it joined by; empty where it has not joined, or has left."""
    epoch: int = 1
    share: str = ""
    """How much of its log it shares, as it was decided last."""
    replaces: int = 0
    """From which epoch on those before this one are replaced by it at head office; 0 for none."""
    since: Millis = 0
    told_schema: int = 0
    """Of which schema everything is told that no command did: what a later update fills in is told then."""


def membership(connection: Connection) -> Membership:
    """Return what the store is to head office."""
    found = Membership()
    for row in connection.execute(
        f"select {stored_result.COLUMNS} from events where {_OF_GROUP} order by seq"
    ).fetchall():
        result = stored_result.from_row(row)
        told = int(result.facts.get("schema", found.told_schema))
        match result.kind:
            case GroupEvent.JOINED | GroupEvent.SHARED:
                share, replaces = str(result.facts["share"]), int(result.facts.get("replaces", found.replaces))
                found = found._replace(share=share, replaces=replaces, epoch=result.number or found.epoch)
                if result.kind is GroupEvent.JOINED:
                    found = found._replace(code=str(result.facts["code"]), since=result.at, told_schema=told)
            case GroupEvent.LEFT:
                found = found._replace(code="")
            case GroupEvent.EPOCH:
                found = found._replace(epoch=result.number, replaces=0)
            case GroupEvent.TOLD:
                found = found._replace(told_schema=told)
    return found
