"""What sends what: `notify.toml` beside the settings. It holds secrets, so only its owner may read it.

[notify]
manager = ["wecom:store"]            # calls for a role, besides the stations
sms = ["folder:/srv/sms"]            # texts to customers

[wecom.store]
url = "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=…"
"""

import os
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from frontdesk.domain.files import FileReason
from frontdesk.domain.messages.message import Channel
from frontdesk.domain.messages.reasons import MessageReason
from frontdesk.domain.people.roles import Role
from frontdesk.domain.values.errors import InputError
from frontdesk.domain.values.text import clean_line
from frontdesk.files import given_file
from frontdesk.files.toml_file import read_toml
from frontdesk.machine import settings

TEXTS = (Channel.SMS, Channel.WECHAT, Channel.EMAIL)
"""The kinds of text that customers get."""
NAMES = (*map(str, Role), *map(str, TEXTS))
ROBOT_KINDS = ("wecom", "dingtalk", "feishu")
_KINDS = (*ROBOT_KINDS, "mail", "folder", "command")
_ADDRESS = re.compile(r"https://[^\s/]+(/.*)?|http://(127\.0\.0\.1|localhost)(:\d+)?(/.*)?")
_SECURITY = ("tls", "starttls", "none")


class Robot(NamedTuple):
    """A group's robot: its address, and the secret it is signed with, if any."""

    kind: str
    url: str
    secret: str = ""


class Mailbox(NamedTuple):
    """The mailbox that mail goes out from."""

    host: str
    port: int
    sender: str
    to: tuple[str, ...]
    """Who gets calls; a customer's mail goes to the customer."""
    user: str = ""
    password: str = ""
    security: str = "tls"


class Notify(NamedTuple):
    """What the file says."""

    routes: Mapping[str, tuple[str, ...]]
    """The channels of each role, and of each kind of text: `wecom:store`."""
    robots: Mapping[str, Robot]
    """By channel."""
    mailboxes: Mapping[str, Mailbox]

    @property
    def secrets(self) -> tuple[str, ...]:
        """What no receipt may tell."""
        of_robots = (said for robot in self.robots.values() for said in (robot.url, robot.secret))
        return tuple(filter(None, (*of_robots, *(box.password for box in self.mailboxes.values()))))


NOTHING = Notify({}, {}, {})


def path(environ: Mapping[str, str] = os.environ) -> Path:
    """Return the file: `notify.toml` beside the settings."""
    return settings.path(environ).with_name("notify.toml")


def load(file: Path) -> Notify:
    """Return what the file says; nothing where there is none. Raises `InputError`, also where others can read it."""
    given_file.refuse_special(file)
    if not given_file.may_be_there(file):
        return NOTHING
    if sys.platform != "win32" and file.stat().st_mode & 0o077:
        raise InputError(MessageReason.NOTIFY_OPEN, path=file)
    values = read_toml(file)
    for key, value, right in _faults(values):
        said = clean_line(str(value), 40) if key.startswith("notify") else "…"
        raise InputError(FileReason.BAD_SETTING, file=file, key=key, value=said, right=right)
    robots = {
        f"{kind}:{name}": Robot(kind, said["url"], said.get("secret", ""))
        for kind in ROBOT_KINDS
        for name, said in values.get(kind, {}).items()
    }
    boxes = {f"mail:{name}": _mailbox(said) for name, said in values.get("mail", {}).items()}
    return Notify({name: tuple(said) for name, said in values.get("notify", {}).items()}, robots, boxes)


def _mailbox(said: dict[str, Any]) -> Mailbox:
    security = said.get("security", "tls")
    port = said.get("port", {"tls": 465, "starttls": 587, "none": 25}[security])
    user, password = said.get("user", ""), said.get("password", "")
    return Mailbox(said["host"], port, said["from"], tuple(said.get("to", ())), user, password, security)


def _faults(values: dict[str, Any]) -> Iterator[tuple[str, object, str]]:
    """Give each key that is not right, with what would be."""
    for key in sorted(values.keys() - {"notify", "mail", *ROBOT_KINDS}):
        yield key, values[key], ", ".join(("notify", "mail", *ROBOT_KINDS))
    for kind in ("notify", "mail", *ROBOT_KINDS):
        if not isinstance(values.get(kind, {}), dict):
            yield kind, values[kind], f"[{kind}]"
            return
    for kind in ROBOT_KINDS:
        for name, said in values.get(kind, {}).items():
            yield from _of_robot(f"{kind}.{name}", said)
    for name, said in values.get("mail", {}).items():
        yield from _of_mailbox(f"mail.{name}", said)
    for name, channels in values.get("notify", {}).items():
        yield from _of_route(f"notify.{name}", name, channels, values)


def _of_robot(key: str, said: object) -> Iterator[tuple[str, object, str]]:
    if not isinstance(said, dict) or said.keys() - {"url", "secret"}:
        yield key, said, 'url = "https://…", secret = "…"'
    elif not (isinstance(said.get("url"), str) and _ADDRESS.fullmatch(said["url"])):
        yield f"{key}.url", said.get("url"), "https://…"
    elif not isinstance(said.get("secret", ""), str):
        yield f"{key}.secret", said["secret"], '"…"'


def _of_mailbox(key: str, said: object) -> Iterator[tuple[str, object, str]]:
    if not isinstance(said, dict) or said.keys() - {"host", "port", "from", "to", "user", "password", "security"}:
        yield key, said, "host, port, from, to, user, password, security"
        return
    for name in ("host", "from"):
        if not (isinstance(said.get(name), str) and said[name]):
            yield f"{key}.{name}", said.get(name), '"…"'
    for name in ("user", "password"):
        if not isinstance(said.get(name, ""), str):
            yield f"{key}.{name}", said[name], '"…"'
    if said.get("security", "tls") not in _SECURITY:
        yield f"{key}.security", said["security"], ", ".join(_SECURITY)
    if not (isinstance(said.get("port", 1), int) and 0 < said.get("port", 1) < 65_536):
        yield f"{key}.port", said["port"], "465"
    to = said.get("to", [])
    if not (isinstance(to, list) and all(isinstance(each, str) and "@" in each for each in to)):
        yield f"{key}.to", to, '["wang@example.com"]'


def _of_route(key: str, name: str, channels: object, values: dict[str, Any]) -> Iterator[tuple[str, object, str]]:
    if name not in NAMES:
        yield key, channels, ", ".join(NAMES)
    elif not isinstance(channels, list) or not all(isinstance(each, str) for each in channels):
        yield key, channels, '["wecom:store"]'
    else:
        for each in channels:
            kind, _, rest = each.partition(":")
            named = rest in values.get(kind, {}) if kind in {*ROBOT_KINDS, "mail"} else Path(rest).is_absolute()
            if kind not in _KINDS or not rest or not named:
                yield key, each, _right(values)


def _right(values: dict[str, Any]) -> str:
    there = [f"{kind}:{name}" for kind in (*ROBOT_KINDS, "mail") for name in values.get(kind, {})]
    return ", ".join((*there, "folder:/…", "command:/…"))
