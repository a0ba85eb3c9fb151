"""Refusals of the file system, as errors that a person can be told."""

import contextlib
import errno
from collections.abc import Iterator
from pathlib import Path

from frontdesk.domain.files import SystemDetail
from frontdesk.domain.store import StoreReason
from frontdesk.domain.values.errors import StoreError

_HELD = (32, 33)
"""The Windows errors for a file another process has open: a sharing or a lock violation."""
_REASONS: dict[int | None, StoreReason] = {
    errno.ENOSPC: StoreReason.DISK_FULL,
    getattr(errno, "EDQUOT", errno.ENOSPC): StoreReason.DISK_FULL,
    errno.EROFS: StoreReason.READ_ONLY,
}
_SAID: dict[int | None, SystemDetail] = {
    errno.EROFS: SystemDetail.READ_ONLY_DISK,
    errno.EACCES: SystemDetail.NOT_ALLOWED,
    errno.EPERM: SystemDetail.NOT_ALLOWED,
    errno.EIO: SystemDetail.IO_ERROR,
    errno.ENOENT: SystemDetail.NOT_THERE,
    errno.ENOSPC: SystemDetail.DISK_FULL,
}


@contextlib.contextmanager
def told(path: Path | str = "") -> Iterator[None]:
    """Turn what the file system raises into a `StoreError`."""
    try:
        yield
    except PermissionError as error:
        held = getattr(error, "winerror", None) in _HELD
        reason = StoreReason.IN_USE if held else StoreReason.READ_ONLY
        raise StoreError(reason, path=path, detail=said_by(error)) from error
    except OSError as error:
        reason = _REASONS.get(error.errno, StoreReason.CANNOT_OPEN)
        raise StoreError(reason, path=path, detail=said_by(error)) from error


def said_by(error: OSError) -> str:
    """Return what the system refuses, without its number and the path; a detail with words of its own where known."""
    return _SAID.get(error.errno) or error.strerror or str(error)
