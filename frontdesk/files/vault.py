"""Copies that only a recovery key opens; the library for it is installed on request (extra `vault`)."""

from pathlib import Path
from typing import Any

from frontdesk.domain.copies.reasons import CopyDetail, CopyReason, KeyDetail
from frontdesk.domain.values.errors import InputError
from frontdesk.files import refused_by_system

SECRET = "AGE-SECRET-KEY-1"
"""How a recovery key begins."""
_LENGTH = 74
_SIGNS = frozenset("QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L")
"""The letters and digits after that; 1, B, I and O are not among them, because they are taken for others."""


def new_key() -> tuple[str, str]:
    """Return a new recovery key, and the public part that copies are sealed with. Raises `InputError(NO_VAULT)`."""
    key = _library().x25519.Identity.generate()
    return str(key), str(key.to_public())


def read_key(text: str) -> str:
    """Return the recovery key in what was typed or in a key file: blanks and line ends in it do not matter.

    Raises `InputError`: NO_KEY, MISTYPED_KEY.
    """
    plain = "".join(line.strip() for line in text.upper().splitlines() if not line.strip().startswith("#"))
    typed = "".join(plain.split())
    if not typed.startswith(SECRET):
        raise InputError(CopyReason.NO_KEY)
    strange = next((sign for sign in typed[len(SECRET) :] if sign not in _SIGNS), "")
    if strange:
        raise InputError(CopyReason.MISTYPED_KEY, wrong=KeyDetail.SIGN, sign=strange)
    if len(typed) != _LENGTH:
        raise InputError(CopyReason.MISTYPED_KEY, wrong=KeyDetail.LENGTH, signs=len(typed), right=_LENGTH)
    return typed


def seal(source: Path, target: Path, public: str) -> None:
    """Write a file so that only the recovery key opens it. Raises `InputError`: NO_VAULT, NO_KEY; `StoreError`."""
    library = _library()
    try:
        recipient = library.x25519.Recipient.from_str(public)
    except library.RecipientError as error:
        raise InputError(CopyReason.NO_KEY) from error
    with refused_by_system.told(target):
        library.encrypt_file(str(source), str(target), [recipient])


def unseal(source: Path, target: Path, key: str) -> None:
    """Write what is in a sealed file; one flipped bit in it is found. Raises `InputError`: MISTYPED_KEY, WRONG_KEY …"""
    library = _library()
    try:
        identity = library.x25519.Identity.from_str(key)
    except library.IdentityError as error:
        raise InputError(CopyReason.MISTYPED_KEY, wrong=KeyDetail.WRONG) from error
    try:
        with refused_by_system.told(source):
            _opened(library, source, target, identity)
    except library.DecryptError as error:
        reason = CopyReason.WRONG_KEY if "matching" in str(error) else CopyReason.COPY_DAMAGED
        raise InputError(reason, path=source, detail=CopyDetail.NOT_AS_SEALED) from error


def _opened(library: Any, source: Path, target: Path, identity: object) -> None:
    try:
        library.decrypt_file(str(source), str(target), [identity])
    except OSError as error:
        # What the disk refuses has a number; a piece that is not as it was sealed has none.
        if error.errno is None:
            raise InputError(CopyReason.COPY_DAMAGED, path=source, detail=CopyDetail.NOT_AS_SEALED) from error
        raise


def _library() -> Any:
    try:
        import pyrage  # noqa: PLC0415 - of the extra `vault`, and only where copies are sealed
    except ImportError as error:
        raise InputError(CopyReason.NO_VAULT) from error
    return pyrage
