"""Refusals of the file system, as errors that a person can be told."""

import contextlib
import errno
from collections.abc import Iterator
from pathlib import Path

from frontdesk.domain.store import StoreReason
from frontdesk.domain.values.errors import StoreError

_HELD = (32, 33)
"""The Windows errors for a file another process has open: a sharing or a lock violation."""
_REASONS: dict[int | None, StoreReason] = {
    errno.ENOSPC: StoreReason.DISK_FULL,
    getattr(errno, "EDQUOT", errno.ENOSPC): StoreReason.DISK_FULL,
    errno.EROFS: StoreReason.READ_ONLY,
}


@contextlib.contextmanager
def told(path: Path | str = "") -> Iterator[None]:
    """Turn what the file system raises into a `StoreError`."""
    try:
        yield
    except PermissionError as error:
        held = getattr(error, "winerror", None) in _HELD
        raise StoreError(StoreReason.IN_USE if held else StoreReason.READ_ONLY, path=path, detail=str(error)) from error
    except OSError as error:
        raise StoreError(_REASONS.get(error.errno, StoreReason.CANNOT_OPEN), path=path, detail=str(error)) from error
