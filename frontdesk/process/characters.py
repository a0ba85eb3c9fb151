"""The encoding that the terminal claims to use."""

import locale
import os
import sys


def encoding_of_terminal() -> str:
    """Return the name of the encoding; "utf-8" too if the locale names none, because this program then uses it."""
    if sys.platform == "win32":
        return "utf-8"
    # Not what Python has made of it: from 3.7 on it turns plain C into UTF-8 without asking.
    named = next((os.environ[name] for name in ("LC_ALL", "LC_CTYPE", "LANG") if os.environ.get(name)), "")
    if "." not in named:
        return "utf-8"
    encoding = named.partition(".")[2].partition("@")[0]
    return "utf-8" if locale.normalize(f"C.{encoding}").lower().endswith("utf-8") or _is_utf8(encoding) else encoding


def _is_utf8(encoding: str) -> bool:
    return encoding.lower().replace("-", "") == "utf8"
