"""The output of a command: one JSON object or plain lines on standard output, sentences on standard error."""

import json
import sys
from argparse import Namespace
from collections.abc import Iterable, Mapping
from datetime import tzinfo
from pathlib import Path

from frontdesk.domain.values.errors import FrontdeskError
from frontdesk.domain.values.text import clean_line, clean_words
from frontdesk.words.i18n import _

_SENTENCE = 2000


def say(text: str) -> None:
    """Print what a person asked for."""
    print(clean_words(text, 1_000_000))


def say_json(answer: Mapping[str, object]) -> None:
    """Print the answer to a script, on one line."""
    print(json.dumps(answer, ensure_ascii=not _is_unicode()))


def say_json_list(name: str, items: Iterable[Mapping[str, object]]) -> None:
    """Print one JSON object that holds a list, on one line; each item is printed as it comes, however many."""
    plain = not _is_unicode()
    sys.stdout.write(f'{{"{name}": [')
    for number, item in enumerate(items):
        sys.stdout.write((", " if number else "") + json.dumps(item, ensure_ascii=plain))
    sys.stdout.write("]}\n")


def say_list(
    args: Namespace, name: str, as_json: Iterable[Mapping[str, object]], lines: Iterable[str], none: str
) -> int:
    """Print a list for a script, or its lines for a person, and where there is nothing, that; return the exit code."""
    if args.json:
        say_json_list(name, as_json)
        return 0
    said = False
    for line in lines:
        say(line)
        said = True
    if not said:
        say(none)
    return 0


def _is_unicode() -> bool:
    return (sys.stdout.encoding or "").lower().startswith("utf")


def warn(sentence: str) -> None:
    """Print a sentence on standard error."""
    print(clean_line(sentence, _SENTENCE), file=sys.stderr)


def warn_of_new(database: Path) -> None:
    """Say that there was no database yet, because the path may have been mistyped."""
    warn(_("A new database was made: {path}.").format(path=database))


def fail(sentence: str, code: int = 1, *, error: str = "") -> int:
    """Print why the command failed, with `error` also as JSON under that word for a script; return the exit code."""
    if error:
        say_json({"error": error, "message": clean_line(sentence, _SENTENCE)})
    warn(sentence)
    return code


def refuse(args: Namespace, error: FrontdeskError, zone: tzinfo | None = None, code: int = 1) -> int:
    """Print why a command was refused; return the exit code."""
    from frontdesk.words.refusals.sentence import sentence  # noqa: PLC0415 - the whole vocabulary, needed only where it is refused

    said = sentence(error, zone, typed=True)
    if args.by and not getattr(args, "operator", args.by) and error.facts.get("name") == args.by:
        said = _("{said} That is this machine's account: say who it is with --by NAME.").format(said=said)
    return fail(said, code, error=error.reason.value if args.json else "")
