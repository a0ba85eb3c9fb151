"""The command line: reads the arguments, sets the language, and runs the command; never shows a traceback."""

import getpass
import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from contextlib import suppress
from typing import TextIO

from frontdesk.commands import parser
from frontdesk.commands.kit import output, phone
from frontdesk.commands.kit.store_path import refuse_no_file
from frontdesk.domain.people.staff import NAME_LIMIT
from frontdesk.domain.values.errors import FrontdeskError
from frontdesk.domain.values.text import clean_line, whole_line
from frontdesk.files.given_file import followed
from frontdesk.machine import settings
from frontdesk.process import pipes
from frontdesk.words import i18n
from frontdesk.words.i18n import _

UNANSWERED = 74
"""The exit code for a command that was done, but whose answer could not be written."""
INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Carry out a command line; return its exit code: 0, 1 (one sentence on standard error), 2 (wrong usage), 74."""
    pipes.complete()
    for stream in (sys.stdout, sys.stderr):
        _make_tolerant(stream)
    try:
        try:
            return _carried_out(sys.argv[1:] if arguments is None else arguments)
        finally:
            # Here a stream that takes nothing more can still be told from an error of our own.
            sys.stdout.flush()
            sys.stderr.flush()
    except OSError as error:
        if pipes.is_gone(error):
            pipes.silence()
            return 1
        if pipes.takes_nothing(error):
            return _unanswered(error)
        raise


def _carried_out(given: Sequence[str]) -> int:
    try:
        i18n.use(settings.language(given))
        if (hidden := _unreadable(given)) is not None:
            return output.fail(_("“{text}” is not readable as UTF-8. Nothing was done.").format(text=hidden), 2)
        return _run(parser.parse(given))
    except (KeyboardInterrupt, EOFError) as stop:
        return stopped(str(stop))


def _unreadable(given: Sequence[str]) -> str | None:
    """Return the first argument with bytes that are not text, because they would be dropped silently."""
    for argument in given:
        try:
            argument.encode()
        except UnicodeEncodeError:
            return os.fsencode(argument).decode("utf-8", "backslashreplace")
    return None


def stopped(said: str = "", *, as_json: bool = False) -> int:
    """Say what a stopped command has done and what not; return the exit code."""
    if not said:
        i18n.use(settings.language(sys.argv[1:]))
    said = said or _("Stopped before anything was done.")
    return output.fail(said, INTERRUPTED, error="interrupted" if as_json else "")


def _run(args: Namespace) -> int:
    try:
        configured = settings.load()
    except FrontdeskError as error:
        if args.needs_settings:
            return output.refuse(args, error, code=2)
        configured = settings.Settings()
    args.settings = configured
    args.store = followed(args.database or configured.store)
    try:
        args.operator = whole_line(args.by or "", NAME_LIMIT) or configured.by
        args.by = args.operator or _user()
        if args.needs_store:
            refuse_no_file(args.store)
        if hasattr(args, "phone"):
            args.phone = phone.read(args.phone)
        code: int = args.run(args)
        args.done = args.done or (code == 0 and not args.looks)
        sys.stdout.flush()
    except FrontdeskError as error:
        return output.refuse(args, error)
    except KeyboardInterrupt as stop:
        return stopped(str(stop), as_json=args.json)
    except EOFError:
        raise
    except Exception as error:
        if isinstance(error, OSError) and pipes.is_gone(error):
            raise
        if isinstance(error, OSError) and pipes.takes_nothing(error):
            return _unanswered(error, done=args.done)
        return _unexpected(args)
    return code


def _unanswered(error: OSError, *, done: bool = False) -> int:
    """Say that the answer could not be written, and whether it was done all the same."""
    pipes.silence()
    said = _("It was done, but the answer could not be written: {detail}.") if done else None
    said = said or _("The answer could not be written: {detail}.")
    # Where nobody can be told in words, the exit code still says it.
    with suppress(OSError):
        output.warn(said.format(detail=error.strerror or str(error)))
    pipes.silence()
    return UNANSWERED if done else 1


def _unexpected(args: Namespace) -> int:
    """Write the error into the log, and say where that is."""
    import logging  # noqa: PLC0415 - needed only here

    from frontdesk.machine import log  # noqa: PLC0415

    file = log.start()
    logging.getLogger("frontdesk").exception("a command failed")
    said = _("Something unexpected went wrong. It was noted in {path}.").format(path=file)
    return output.fail(said, error="unexpected" if args.json else "")


def _user() -> str:
    try:
        return clean_line(getpass.getuser())
    except (OSError, KeyError, ImportError):
        return ""


def _make_tolerant(stream: TextIO) -> None:
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace", **({"encoding": "utf-8"} if sys.platform == "win32" else {}))
