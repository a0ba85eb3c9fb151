"""The files of a folder, as SQLite and Python change them: each change is recorded, and any can be made to fail."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from file_changes import Change, WatchedFiles
from sqlite_files import layer


def _calls(seen: WatchedFiles) -> dict[str, Any]:
    """What Python itself does to files, seen."""
    real = {name: getattr(os, name) for name in ("open", "fsync", "link", "rename", "replace", "unlink")}

    def refuse(kind: str, path: object) -> None:
        if error := seen.error(kind):
            raise OSError(error, os.strerror(error), str(path))

    def open_(path: Any, flags: int, *args: Any, **named: Any) -> int:
        name, is_folder = seen.inside(path), str(path) == str(seen.folder)
        if not name and not is_folder:
            return int(real["open"](path, flags, *args, **named))
        is_new = bool(flags & os.O_CREAT) and not os.path.exists(path)  # noqa: PTH110 - whatever it is
        refuse("open", path)
        handle = int(real["open"](path, flags, *args, **named))
        seen.handles[handle] = name
        if is_new:
            seen.named(name)
        return handle

    def fsync(handle: int) -> None:
        if handle in seen.handles:
            refuse("sync", handle)
            name = seen.handles[handle]
            if name:
                seen.changed("sync", name)
            else:
                seen.changes.append(Change("sync"))
        real["fsync"](handle)

    def two(call: str, source: Any, target: Any) -> None:
        if seen.inside(target):
            refuse(call, target)
        real[call](source, target)
        if name := seen.inside(target):
            number = seen.numbers[name] = seen.numbers.get(seen.inside(source), 0)
            seen.changes.append(Change("name", number, name=name))
            if call != "link":
                seen.unnamed(seen.inside(source))

    def unlink(path: Any, **named: Any) -> None:
        if name := seen.inside(path):
            refuse("unlink", path)
        real["unlink"](path, **named)
        if name:
            seen.unnamed(name)

    renames = {call: lambda source, target, call=call, **_: two(call, source, target) for call in ("rename", "replace")}
    return {"open": open_, "fsync": fsync, "unlink": unlink, "link": lambda a, b, **_: two("link", a, b), **renames}


@contextmanager
def watched(folder: Path) -> Iterator[WatchedFiles]:
    """See what is changed in a folder, which is empty, by this process."""
    below, seen = layer(), WatchedFiles(folder)
    below.register()
    below.seen = seen
    with pytest.MonkeyPatch.context() as patch:
        for name, call in _calls(seen).items():
            patch.setattr(os, name, call)
        try:
            yield seen
        finally:
            below.seen = None
            below.unregister()
