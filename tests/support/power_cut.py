"""A power cut: what was synced is on the disk; of the rest each write is there, lost or torn; late names may go."""

import random
from collections import defaultdict
from pathlib import Path

from file_changes import Change

SECTOR = 512
"""Less than this is written whole or not at all."""


def cut(changes: list[Change], chance: random.Random, folder: Path) -> None:
    """Leave in a folder what a power cut after these changes may leave of them."""
    synced: dict[int, int] = {change.file: number for number, change in enumerate(changes) if change.kind == "sync"}
    kept = chance.choice((0.0, 0.5, 0.5, 1.0))
    """How much of what was not synced is there."""
    names_until = chance.randrange(synced.get(0, 0), len(changes) + 1) if chance.random() < 0.5 else len(changes)
    files: dict[int, bytearray] = defaultdict(bytearray)
    names: dict[str, int] = {}
    for number, change in enumerate(changes):
        if change.kind == "name" and number < names_until:
            names[change.name] = change.file
        elif change.kind == "unname" and number < names_until:
            names.pop(change.name, None)
        elif change.kind in {"write", "truncate"}:
            is_safe = number < synced.get(change.file, 0)
            if is_safe or chance.random() < kept:
                _apply(files[change.file], change, chance if not is_safe else None)
    for name, file in names.items():
        (folder / name).write_bytes(files[file])


def _apply(file: bytearray, change: Change, torn: random.Random | None) -> None:
    if change.kind == "truncate":
        del file[change.at :]
        return
    content = change.content
    if torn and torn.random() < 0.3:
        content = content[: SECTOR * torn.randrange(len(content) // SECTOR + 1)]
    file.extend(bytes(max(0, change.at - len(file))))
    file[change.at : change.at + len(content)] = content
