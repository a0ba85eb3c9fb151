"""The whole text of a file that a person hands over: a policy, settings, a calendar."""

from pathlib import Path

from frontdesk.domain.files import FileDetail, FileReason
from frontdesk.domain.values.errors import InputError
from frontdesk.files import given_file
from frontdesk.files.text import decoded, lines_of


def read_text(path: Path) -> str:
    """Return the text of a file: in UTF-8, in UTF-16 as PowerShell writes it, in GBK as Notepad does.

    Raises `InputError` where it is surely in none of them.
    """
    raw = given_file.read(path)
    try:
        text = decoded(raw)
    except UnicodeDecodeError as error:
        found = lines_of(raw)
        if found.broken:
            raise InputError(FileReason.NOT_UTF8, file=path, guess=_guess(raw)) from error
        text = "".join(found.lines)
    if "\0" in text:
        raise InputError(FileReason.NOT_UTF8, file=path, guess="")
    return text


def _guess(raw: bytes) -> FileDetail | None:
    try:
        raw.decode("gbk")
    except UnicodeDecodeError:
        return None
    return FileDetail.LOOKS_LIKE_GBK
