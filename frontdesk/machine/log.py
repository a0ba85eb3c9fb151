"""The log file: under the platform's log folder, rotating, phone numbers masked, never on the terminal."""

import contextlib
import logging
import logging.handlers
import os
import traceback
from collections.abc import Iterator
from io import TextIOWrapper
from pathlib import Path

from platformdirs import user_log_path

from frontdesk.domain.values.phones import mask_in

_MEGABYTE = 1024 * 1024
_KEPT = 3


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


def lines(name: str) -> Iterator[str]:
    """Give what the log files have of one logger, oldest first."""
    newest = path()
    for file in (*(Path(f"{newest}.{number}") for number in range(_KEPT, 0, -1)), newest):
        with contextlib.suppress(OSError), file.open(encoding="utf-8", errors="replace") as opened:
            yield from (line for line in opened if f" {name}: " in line)


class MaskPhones(logging.Filter):
    """Masks what looks like a phone number, in the message and in the trace (C10)."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Mask a record; let it pass."""
        record.msg, record.args = mask_in(record.getMessage()), None
        if record.exc_info and record.exc_info[0]:
            record.exc_text = mask_in("".join(traceback.format_exception(*record.exc_info)).rstrip())
        return True


class _PrivateFile(logging.handlers.RotatingFileHandler):
    """A log file that is closed after each record. All stations share it, and Windows cannot rename an open file."""

    def emit(self, record: logging.LogRecord) -> None:
        super().emit(record)
        self._let_go()

    def doRollover(self) -> None:  # noqa: N802 - the name it has there
        """Begin a new file. If somebody has the old one open, go on with it; the next record tries again."""
        self._let_go()
        aside = f"{self.baseFilename}.{os.getpid()}"
        with contextlib.suppress(OSError):
            # First: a rename that is refused must not have moved the older files on.
            Path(self.baseFilename).rename(aside)
            for number in range(self.backupCount, 1, -1):
                with contextlib.suppress(OSError):
                    Path(f"{self.baseFilename}.{number - 1}").replace(f"{self.baseFilename}.{number}")
            Path(aside).replace(f"{self.baseFilename}.1")

    def _let_go(self) -> None:
        if self.stream:
            self.stream.close()
            self.stream = None

    def _open(self) -> TextIOWrapper:
        Path(self.baseFilename).touch(0o600)
        return super()._open()
