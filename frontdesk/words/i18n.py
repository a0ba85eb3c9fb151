"""The languages of the screens and commands: Chinese and English, through gettext."""

import gettext
import locale
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

LANGUAGES = {"zh": "中文", "en": "English"}
LOCALES = Path(__file__).parent / "locales"
_DOMAIN = "frontdesk"
_PENALTY = {"zh": "考核扣款", "en": r"\b[Pp]enalt(?:y|ies)\b"}
"""The program's word for a penalty in each language."""


class _InForce:
    """The translation in force; it can change while the program runs."""

    translation: gettext.NullTranslations = gettext.NullTranslations()
    language: str = "en"
    penalty: str = ""
    """The store's own word for a penalty; "" for the program's."""


def use(language: str) -> None:
    """Use a language from now on ("zh", "en", or "auto" for the locale's)."""
    chosen = from_locale() if language == "auto" else language
    _InForce.language = chosen
    _InForce.translation = gettext.translation(_DOMAIN, LOCALES, [chosen], fallback=True)
    # argparse looks its own words up in the global domain.
    os.environ["LANGUAGE"] = chosen
    gettext.bindtextdomain(_DOMAIN, str(LOCALES))
    gettext.textdomain(_DOMAIN)


def switch() -> None:
    """Use the other language from now on."""
    use("en" if language() == "zh" else "zh")


def call_penalties(word: str) -> None:
    """Say a store's own word for a penalty from now on, as some provinces forbid fines; "": the program's (Z8)."""
    _InForce.penalty = word


def language() -> str:
    """Return the language in force."""
    return _InForce.language


@contextmanager
def spoken(language: str) -> Iterator[None]:
    """Say what is said within in another language than the station's."""
    before = _InForce.language
    use(language)
    try:
        yield
    finally:
        use(before)


def from_locale() -> str:
    """Return the machine's language: Chinese if its locale is Chinese, else English."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if os.environ.get(name):
            return "zh" if os.environ[name].lower().startswith(("zh", "chinese")) else "en"
    try:
        found = locale.getlocale()[0] or ""
    except ValueError:  # one that Python does not know
        found = ""
    return "zh" if found.lower().startswith(("zh", "chinese")) else "en"


def _(message: str) -> str:
    """Return a message in the current language; an empty one stays empty (gettext would give the file's header)."""
    said = _InForce.translation.gettext(message) if message else ""
    return re.sub(_PENALTY[_InForce.language], _own_penalty, said) if _InForce.penalty else said


def _own_penalty(found: re.Match[str]) -> str:
    word, own = found[0], _InForce.penalty
    if not own.isascii():
        return own
    return (own[0].upper() + own[1:] if word[0].isupper() else own) + ("s" if word.endswith("s") else "")


def N_(message: str) -> str:  # noqa: N802
    """Mark a message for translation at the place where it is shown."""
    return message
