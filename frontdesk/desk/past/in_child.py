"""Going through the log of an older version, once, in a process of its own."""

import sys
from pathlib import Path

from data.engine.parts import quietly
from frontdesk.desk import child
from frontdesk.desk.desk import Desk
from frontdesk.desk.past import looking
from frontdesk.domain.people.staff import Actor


async def go_through(path: Path) -> bool:
    """Go through the log; return whether that was done."""
    return await child.run(__name__, str(path))


def main(path: str) -> None:
    """Go through the log and keep what was found."""
    with Desk.open(Path(path), Actor("past", ""), create=False) as desk:
        looking.go_through(desk, quietly)


if __name__ == "__main__":
    main(*sys.argv[1:])
