"""Why there is no copy, or why one is not right, read back from what is on record of it (G2)."""

from frontdesk.domain.copies.reasons import CopyDetail, CopyReason
from frontdesk.domain.files import FileReason, SystemDetail
from frontdesk.domain.store import StoreReason
from frontdesk.domain.values.errors import Reason, StoreError


def on_record(fault: str, path: object, detail: str) -> StoreError:
    """Return the error that was put on record."""
    reasons: tuple[type[Reason], ...] = (CopyReason, StoreReason, FileReason)
    reason = next((kind(fault) for kind in reasons if fault in set(kind)), CopyReason.FOLDER_FAILED)
    known = next((kind(detail) for kind in (CopyDetail, SystemDetail) if detail in set(kind)), detail)
    return StoreError(reason, path=path, detail=known or fault, is_copy=True)
