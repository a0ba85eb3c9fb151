"""The log file: under the platform's log folder, rotating, phone numbers masked, never on the terminal."""

import contextlib
import logging
import logging.handlers
import re
import traceback
from io import TextIOWrapper
from pathlib import Path

from platformdirs import user_log_path

from frontdesk.domain.phones import mask_phone

_MEGABYTE = 1024 * 1024
_KEPT = 3
_PHONE = re.compile(r"(?<![0-9A-Za-z.])(?!\d{4}-\d\d-\d\d)\+?\d(?:[ -]?\d){6,17}(?![0-9A-Za-z])")


def path() -> Path:
    """Return the log file."""
    return user_log_path("frontdesk", appauthor=False) / "frontdesk.log"


def start(file: Path | None = None) -> Path:
    """Send the program's log to its file; return the file. A log that cannot be opened stops nothing."""
    file = file or path()
    logger = logging.getLogger("frontdesk")
    if any(isinstance(handler, _PrivateFile) for handler in logger.handlers):
        return file
    # A log that fails while it is written must not draw on the screen.
    logging.raiseExceptions = False
    logger.propagate = False
    logger.setLevel(logging.INFO)
    handler: logging.Handler = logging.NullHandler()
    with contextlib.suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handler = _PrivateFile(file, maxBytes=_MEGABYTE, backupCount=_KEPT, encoding="utf-8", delay=True)
        handler.setFormatter(logging.Formatter("%(asctime)s %(process)d %(levelname)s %(name)s: %(message)s"))
        handler.addFilter(MaskPhones())
    logger.addHandler(handler)
    return file


class MaskPhones(logging.Filter):
    """Masks what looks like a phone number, in the message and in the trace (C10)."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Mask a record; let it pass."""
        record.msg, record.args = masked(record.getMessage()), None
        if record.exc_info and record.exc_info[0]:
            record.exc_text = masked("".join(traceback.format_exception(*record.exc_info)).rstrip())
        return True


def masked(text: str) -> str:
    """Return a text with every phone number in it masked; dates stay as they are."""
    return _PHONE.sub(lambda found: mask_phone(re.sub(r"[ -]", "", found[0])), text)


class _PrivateFile(logging.handlers.RotatingFileHandler):
    def _open(self) -> TextIOWrapper:
        Path(self.baseFilename).touch(0o600)
        return super()._open()
