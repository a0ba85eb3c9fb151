"""Finds databases of other accounts on this machine, because two databases would contradict each other."""

import contextlib
import os
import sys
from pathlib import Path


def other_databases(usual: Path) -> list[Path]:
    """Return the databases in the usual place of other accounts, as far as they can be seen from this one."""
    home = Path.home()
    if not usual.is_relative_to(home):
        return []
    homes = _homes(home) - {home}
    found = []
    for each in sorted(homes):
        with contextlib.suppress(OSError):
            if (each / usual.relative_to(home)).is_file():
                found.append(each / usual.relative_to(home))
    return found


def _homes(own: Path) -> set[Path]:
    if sys.platform != "win32":
        import pwd  # noqa: PLC0415 - not there on Windows

        return {Path(each.pw_dir) for each in pwd.getpwall() if each.pw_dir not in {"", os.sep}}
    with contextlib.suppress(OSError):
        return set(own.parent.iterdir())
    return set()
