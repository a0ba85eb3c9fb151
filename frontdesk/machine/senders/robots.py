"""The group robots of WeCom, DingTalk and Feishu: they answer 200 also where they refuse, and say so in the body."""

import base64
import hashlib
import hmac
from collections.abc import Callable
from typing import Any, NamedTuple
from urllib.parse import quote_plus

from frontdesk.domain.messages.delivery import RECEIPT_LIMIT, Answer, Delivery
from frontdesk.domain.values.text import clean_line

Json = dict[str, Any]


class Request(NamedTuple):
    """Where a text is posted, and what."""

    url: str
    body: Json


def wecom(url: str, secret: str, text: str, now_s: int) -> Request:
    """Return the request to a robot of WeCom, whose key is in its address."""
    return Request(url, {"msgtype": "text", "text": {"content": text}})


def dingtalk(url: str, secret: str, text: str, now_s: int) -> Request:
    """Return the request to a robot of DingTalk, signed where it has a secret."""
    if secret:
        at = now_s * 1000
        sign = _signed(secret.encode(), f"{at}\n{secret}".encode())
        url = f"{url}{'&' if '?' in url else '?'}timestamp={at}&sign={quote_plus(sign)}"
    return Request(url, {"msgtype": "text", "text": {"content": text}})


def feishu(url: str, secret: str, text: str, now_s: int) -> Request:
    """Return the request to a robot of Feishu, signed where it has a secret."""
    body: Json = {"msg_type": "text", "content": {"text": text}}
    if secret:
        body |= {"timestamp": str(now_s), "sign": _signed(f"{now_s}\n{secret}".encode(), b"")}
    return Request(url, body)


def _signed(key: bytes, said: bytes) -> str:
    return base64.b64encode(hmac.new(key, said, hashlib.sha256).digest()).decode()


_LATER = frozenset({-1, 45009, 130101, 130102, 9499, 11232, 11233})
"""Busy, or too many in a minute; anything else but 0 says that the address, the signature or the text is wrong."""


def read(said: Json) -> Delivery:
    """Return what a robot made of a text: 0 in `errcode`, or in `code`, says that it was taken."""
    code = next((said[name] for name in ("errcode", "code", "StatusCode") if name in said), None)
    words = next((said[name] for name in ("errmsg", "msg", "StatusMessage") if name in said), "")
    receipt = clean_line(f"{code} {words}", RECEIPT_LIMIT)
    if not isinstance(code, int) or isinstance(code, bool):
        return Delivery(Answer.UNCERTAIN, "no code in the answer")
    if code == 0:
        return Delivery(Answer.SENT, receipt)
    return Delivery(Answer.LATER if code in _LATER else Answer.REFUSED, receipt)


ROBOTS: dict[str, Callable[[str, str, str, int], Request]] = {"wecom": wecom, "dingtalk": dingtalk, "feishu": feishu}
LONGEST = {"wecom": 2000, "dingtalk": 18_000, "feishu": 18_000}
"""Of how many bytes a text may be: more is refused by the robot, so it is cut here with a dot-dot-dot."""


def cut(text: str, kind: str) -> str:
    """Return a text that a robot takes."""
    content = text.encode()
    if len(content) <= LONGEST[kind]:
        return text
    return content[: LONGEST[kind] - 3].decode(errors="ignore") + "…"
