"""What a command says: one JSON object or plain lines on standard output, sentences on standard error."""

import json
import sys
from collections.abc import Mapping

from frontdesk.domain.text import clean_line, clean_words

_SENTENCE = 2000


def say(text: str) -> None:
    """Print what a person asked for."""
    print(clean_words(text, 1_000_000))


def say_json(answer: Mapping[str, object]) -> None:
    """Print the answer to a script, on one line."""
    encoding = (sys.stdout.encoding or "").lower().replace("-", "")
    print(json.dumps(answer, ensure_ascii=not encoding.startswith("utf")))


def warn(sentence: str) -> None:
    """Print a sentence on standard error."""
    print(clean_line(sentence, _SENTENCE), file=sys.stderr)


def fail(sentence: str, code: int = 1) -> int:
    """Print why it was not done; return the exit code."""
    warn(sentence)
    return code
