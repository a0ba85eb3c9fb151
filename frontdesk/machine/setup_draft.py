"""The half-done set-up of this machine, kept so that it goes on where it stopped."""

import json
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

from platformdirs import user_state_path

from frontdesk.domain.people.staff import Post
from frontdesk.domain.policy.calendar import DAYS
from frontdesk.domain.setup.draft import Draft, Newcomer, Step
from frontdesk.domain.stations.station import StationKind
from frontdesk.files.new_file import write_over


def path() -> Path:
    """Return the file."""
    return user_state_path("frontdesk", appauthor=False) / "setup.json"


def load(store: Path) -> Draft | None:
    """Return what was answered for the store at this path; None where nothing was, or nothing that can be read."""
    try:
        kept = json.loads(path().read_bytes())
        return _draft(kept) if kept["store"] == str(store.absolute()) else None
    except (OSError, ValueError, TypeError, LookupError):
        return None


def keep(draft: Draft, store: Path) -> None:
    """Keep what was answered, for this account only. Where that fails, nothing stops."""
    kept = asdict(draft) | {"store": str(store.absolute())}
    with suppress(OSError):
        path().parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        write_over(path(), json.dumps(kept, ensure_ascii=False).encode())


def forget() -> None:
    """Take it away: the store is there."""
    with suppress(OSError):
        path().unlink()


def _draft(kept: dict[str, Any]) -> Draft:
    hours = tuple(map(str, kept["hours"]))
    if len(hours) != DAYS:
        raise ValueError(hours)
    return Draft(
        step=Step(kept["step"]),
        store_name=str(kept["store_name"]),
        province=str(kept["province"]),
        bays=str(kept["bays"]),
        hours=hours,
        closed=str(kept["closed"]),
        people=tuple(map(_person, kept["people"])),
        typed=_person(kept["typed"]),
        station=StationKind(kept["station"]) if kept["station"] else None,
    )


def _person(kept: dict[str, Any]) -> Newcomer:
    return Newcomer(str(kept["name"]), Post(kept["post"]), str(kept["phone"]))
