"""What is in a copy, in a file of its own beside the store: open or sealed, it is looked at the same way (G2)."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from data.backup import LEFTOVERS
from frontdesk.domain.copies.names import SEALED
from frontdesk.domain.copies.reasons import CopyReason
from frontdesk.domain.values.errors import InputError
from frontdesk.files import refused_by_system, vault
from frontdesk.files.new_file import building_beside


def is_sealed(copy: Path) -> bool:
    """Whether only the recovery key opens a copy, by its name."""
    return copy.name.endswith(SEALED)


@contextmanager
def opened(copy: Path, store: Path, key: str) -> Iterator[Path]:
    """Give a file with what is in a copy, which is deleted afterwards; `key`: the recovery key, "" for none.

    Raises `InputError`: NEEDS_KEY, WRONG_KEY, MISTYPED_KEY, NO_VAULT, COPY_DAMAGED; `StoreError`.
    """
    if is_sealed(copy) and not key:
        raise InputError(CopyReason.NEEDS_KEY, path=copy)
    with building_beside(store, LEFTOVERS) as building:
        if is_sealed(copy):
            vault.unseal(copy, building, key)
        else:
            with refused_by_system.told(copy):
                shutil.copyfile(copy, building)
        yield building
