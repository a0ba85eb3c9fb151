"""Which group the store belongs to: `group.toml` beside the settings. It holds a token, so only its owner may read it.

[group]
url = "https://group.example.com:8430"
code = "SH-003"
token = "…"
share = "full"
ca = "/etc/frontdesk/group-ca.pem"      # only where head office's certificate is its own
"""

import json
import os
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from frontdesk.domain.files import FileReason
from frontdesk.domain.group.reasons import GroupReason
from frontdesk.domain.group.share import Share
from frontdesk.domain.values.addresses import is_safe_address
from frontdesk.domain.values.errors import InputError
from frontdesk.domain.values.text import clean_line
from frontdesk.files import given_file
from frontdesk.files.toml_file import read_toml
from frontdesk.machine import settings

_KEYS = ("url", "code", "token", "share", "ca")
_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,31}")


class Group(NamedTuple):
    """Where head office is, what the store is there, by what it is known, and how much of its log it shares."""

    url: str
    code: str
    token: str
    share: Share = Share.FULL
    ca: str = ""
    """The certificate that head office's is checked by, where that is none of the known ones."""


def path(environ: Mapping[str, str] = os.environ) -> Path:
    """Return the file: `group.toml` beside the settings."""
    return settings.path(environ).with_name("group.toml")


def load(file: Path) -> Group | None:
    """Return what the file says; None where there is none. Raises `InputError`, also where others can read it."""
    given_file.refuse_special(file)
    if not given_file.may_be_there(file):
        return None
    if sys.platform != "win32" and file.stat().st_mode & 0o077:
        raise InputError(GroupReason.GROUP_OPEN, path=file)
    said = read_toml(file).get("group")
    for key, value, right in _faults(said):
        shown = "…" if key == "token" else clean_line(str(value), 40)
        raise InputError(FileReason.BAD_SETTING, file=file, key=key, value=shown, right=right)
    assert isinstance(said, dict)
    return Group(**{**said, "url": said["url"].rstrip("/"), "share": Share(said.get("share") or Share.FULL)})


def write(group: Group, file: Path) -> None:
    """Keep which group the store belongs to."""
    from frontdesk.files.new_file import write_over  # noqa: PLC0415 - seldom done

    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    said = {name: str(value) for name, value in group._asdict().items() if value}
    # A text in JSON is one in TOML.
    lines = (f"{name} = {json.dumps(value, ensure_ascii=False)}\n" for name, value in said.items())
    write_over(file, "".join(("[group]\n", *lines)).encode())


def remove(file: Path) -> None:
    """Belong to no group any more."""
    file.unlink(missing_ok=True)


def is_code(text: str) -> bool:
    """Whether it can be a store's code, which stands in an address."""
    return _CODE.fullmatch(text) is not None


def _faults(said: Any) -> Iterator[tuple[str, object, str]]:
    """Give each key that is not right, with what would be."""
    if not isinstance(said, dict) or said.keys() - set(_KEYS):
        yield "group", said if not isinstance(said, dict) else ", ".join(said), ", ".join(_KEYS)
        return
    texts = {name: said.get(name, "") for name in _KEYS}
    for name in _KEYS:
        if not isinstance(texts[name], str) or (name == "token" and not texts[name]):
            yield name, texts[name], '"…"'
            return
    if not is_safe_address(texts["url"]):
        yield "url", texts["url"], "https://…"
    if not is_code(texts["code"]):
        yield "code", texts["code"], "SH-003"
    if texts["share"] not in {"", *Share}:
        yield "share", texts["share"], ", ".join(Share)
