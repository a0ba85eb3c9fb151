"""SQLite's way to its files with a layer (VFS) over it that sees each change and can let it fail.

It is made with ctypes, so that nothing has to be compiled. Reading and the shared memory (-shm) are left alone.
"""

import ctypes
import errno
import os
from dataclasses import dataclass, field
from typing import Any

import pytest
from file_changes import Change, WatchedFiles

from data.engine.connection import Connection

_WRITE, _SYNC, _TRUNCATE, _DELETE, _FULL, _CANNOT_OPEN = 778, 1034, 1546, 2570, 13, 14
"""What SQLite says where a system call failed."""
_CREATE = 0x4
_METHODS = (
    "close read write truncate sync size lock unlock reserved control sector device map_shared lock_shared barrier"
    " unmap fetch unfetch"
)
_CALLS = (
    "open delete access full_name dl_open dl_error dl_symbol dl_close randomness sleep time last_error time_64"
    " set_call get_call next_call"
)


class _Methods(ctypes.Structure):
    _fields_ = (("version", ctypes.c_int), *((name, ctypes.c_void_p) for name in _METHODS.split()))


class _File(ctypes.Structure):
    _fields_ = (("methods", ctypes.POINTER(_Methods)),)


class _Vfs(ctypes.Structure):
    _fields_ = (
        *((name, ctypes.c_int) for name in ("version", "file_size", "longest_name")),
        *(("next", ctypes.c_void_p), ("name", ctypes.c_char_p), ("data", ctypes.c_void_p)),
        *((name, ctypes.c_void_p) for name in _CALLS.split()),
    )


_INT, _ANY, _LONG = ctypes.c_int, ctypes.c_void_p, ctypes.c_int64
_Open = ctypes.CFUNCTYPE(_INT, _ANY, _ANY, _ANY, _INT, _ANY)
_Delete = ctypes.CFUNCTYPE(_INT, _ANY, _ANY, _INT)
_Write = ctypes.CFUNCTYPE(_INT, _ANY, _ANY, _INT, _LONG)
_Truncate = ctypes.CFUNCTYPE(_INT, _ANY, _LONG)
_Sync = ctypes.CFUNCTYPE(_INT, _ANY, _INT)


@dataclass
class Layer:
    """The layer over SQLite's own way to its files. It is never freed: a connection may be closed late."""

    library: Any
    seen: WatchedFiles | None = None
    names: dict[int, str] = field(default_factory=dict)
    new: set[str] = field(default_factory=set)
    """Journals whose name SQLite sees to at their first sync."""
    methods: dict[int, tuple[Any, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.library.sqlite3_vfs_find.restype = ctypes.POINTER(_Vfs)
        self.below = self.library.sqlite3_vfs_find(None)
        vfs = self.below.contents
        self.own = _Vfs.from_buffer_copy(vfs)
        self._opens, self._deletes = _Open(vfs.open), _Delete(vfs.delete)
        self._open, self._delete = _Open(self.open), _Delete(self.delete)
        self.own.name = b"watched"
        self.own.open, self.own.delete = (ctypes.cast(call, _ANY).value for call in (self._open, self._delete))

    def register(self) -> None:
        self.library.sqlite3_vfs_register(ctypes.byref(self.own), 1)

    def unregister(self) -> None:
        self.library.sqlite3_vfs_unregister(ctypes.byref(self.own))
        self.library.sqlite3_vfs_register(self.below, 1)

    def open(self, _vfs: int, path: int | None, file: int, flags: int, out: int | None) -> int:
        text = ctypes.string_at(path) if path else b""
        name = self.seen.inside(text) if self.seen else ""
        if not self.seen or not name:
            return int(self._opens(ctypes.addressof(self.below.contents), path, file, flags, out))
        is_new = bool(flags & _CREATE) and not os.path.exists(text)  # noqa: PTH110 - as bytes
        if self.seen.error("open"):
            _File.from_address(file).methods = None
            return _CANNOT_OPEN
        result = int(self._opens(ctypes.addressof(self.below.contents), path, file, flags, out))
        if result == 0:
            self.names[file] = name
            if is_new:
                self.seen.named(name)
                self.new.add(name)
            self.watch(_File.from_address(file))
        return result

    def watch(self, file: _File) -> None:
        """Let the changes of an open file come by here."""
        real = ctypes.addressof(file.methods.contents)
        if real not in self.methods:
            below = file.methods.contents
            writes, truncates, syncs = _Write(below.write), _Truncate(below.truncate), _Sync(below.sync)
            calls = (
                _Write(lambda file, content, size, at: self.write(writes, file, content, size, at)),
                _Truncate(lambda file, size: self.truncate(truncates, file, size)),
                _Sync(lambda file, flags: self.sync(syncs, file, flags)),
            )
            own = _Methods.from_buffer_copy(below)
            own.write, own.truncate, own.sync = (ctypes.cast(call, _ANY).value for call in calls)
            self.methods[real] = (own, calls)
        file.methods = ctypes.pointer(self.methods[real][0])

    def write(self, real: Any, file: int, content: int, size: int, at: int) -> int:
        name, seen = self.names[file], self.seen
        error = seen.error("write") if seen else 0
        if error == errno.ENOSPC:
            size //= 2  # what there is room for
        elif error:
            return _WRITE
        result = int(real(file, content, size, at))
        if seen and result == 0:
            seen.changed("write", name, at, ctypes.string_at(content, size))
        return _FULL if error else result

    def truncate(self, real: Any, file: int, size: int) -> int:
        if self.seen and self.seen.error("truncate"):
            return _TRUNCATE
        if self.seen:
            self.seen.changed("truncate", self.names[file], size)
        return int(real(file, size))

    def sync(self, real: Any, file: int, flags: int) -> int:
        name, seen = self.names[file], self.seen
        if seen and seen.error("sync"):
            return _SYNC
        if seen:
            seen.changed("sync", name)
            if name in self.new:
                self.new.remove(name)
                seen.changes.append(Change("sync"))
        return int(real(file, flags))

    def delete(self, _vfs: int, path: int, sync_folder: int) -> int:
        name = self.seen.inside(ctypes.string_at(path)) if self.seen else ""
        if self.seen and name and self.seen.error("unlink"):
            return _DELETE
        result = int(self._deletes(ctypes.addressof(self.below.contents), path, sync_folder))
        if self.seen and name and result == 0:
            self.seen.unnamed(name)
            self.seen.changes += [Change("sync")] * bool(sync_folder)
        return result


_layers: list[Layer] = []


def layer() -> Layer:
    """Return the one layer of this process; a test is skipped where SQLite's functions cannot be called by name."""
    if not _layers:
        module = __import__(Connection.__module__.split(".")[0])
        try:
            _layers.append(Layer(ctypes.CDLL(getattr(module, "_sqlite3", __import__("_sqlite3")).__file__)))
        except (AttributeError, OSError):
            pytest.skip("SQLite's own functions cannot be called by name here")
    return _layers[0]
