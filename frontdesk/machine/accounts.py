"""Finds databases of other accounts on this machine, because two databases would contradict each other."""

import contextlib
import os
import sys
from pathlib import Path

_GOES_ON = frozenset({"guard", "reception", "manager", "workshop", "lounge", "watch", "serve"})


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


def others_at_work() -> list[str]:
    """Return the other accounts of this machine that have a station or a watch open, as far as Linux tells."""
    if sys.platform != "linux":
        return []
    import pwd  # noqa: PLC0415 - not there on Windows

    found = set()
    for folder in Path("/proc").glob("[0-9]*"):
        # Whatever ends meanwhile, or is hidden, has nothing to say.
        with contextlib.suppress(OSError, KeyError):
            if folder.stat().st_uid != os.getuid() and _is_at_work((folder / "cmdline").read_bytes()):
                found.add(pwd.getpwuid(folder.stat().st_uid).pw_name)
    return sorted(found)


def _is_at_work(command: bytes) -> bool:
    """Whether a command line is that of a program that goes on and writes into a database of its account's choice."""
    words = [os.fsdecode(word) for word in command.split(b"\0") if word]
    named = [at for at, word in enumerate(words[:5]) if Path(word).name == "frontdesk"]
    return (
        bool(named)
        and not {"--database", "demo"} & set(words)
        and (len(words) == named[0] + 1 or bool(_GOES_ON & set(words[named[0] + 1 :])))
    )


def _homes(own: Path) -> set[Path]:
    if sys.platform != "win32":
        import pwd  # noqa: PLC0415 - not there on Windows

        return {Path(each.pw_dir) for each in pwd.getpwall() if each.pw_dir not in {"", os.sep}}
    with contextlib.suppress(OSError):
        return set(own.parent.iterdir())
    return set()
