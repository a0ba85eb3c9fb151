"""Posting JSON to a robot: no redirects, one time limit for all of it, and an answer that is read to the word."""

import json
from collections.abc import Callable
from typing import Any

import aiohttp

from frontdesk.domain.messages.delivery import Answer, Delivery

_LARGEST = 64 * 1024
_MAY_HAVE_PASSED_IT_ON = frozenset({502, 504})

Json = dict[str, Any]
Reader = Callable[[Json], Delivery]
"""Reads what a robot answered."""


async def post(url: str, body: Json, reader: Reader, *, within_s: float) -> Delivery:
    """Post a text and return what came of it; that it was taken is believed only where the answer says so."""
    timeout = aiohttp.ClientTimeout(total=within_s)
    try:
        async with (
            aiohttp.ClientSession(timeout=timeout) as session,
            session.post(url, json=body, allow_redirects=False) as response,
        ):
            return _read(response.status, await _content(response), reader)
    except aiohttp.ClientConnectorError as error:
        return Delivery(Answer.LATER, type(error).__name__)
    except TimeoutError:
        return Delivery(Answer.UNCERTAIN, "no answer in time")
    except (aiohttp.ClientError, ValueError, OSError) as error:
        return Delivery(Answer.UNCERTAIN, type(error).__name__)


async def _content(response: aiohttp.ClientResponse) -> bytes:
    content = b""
    async for piece in response.content.iter_chunked(4096):
        content += piece
        if len(content) > _LARGEST:
            break
    return content


def _read(status: int, content: bytes, reader: Reader) -> Delivery:
    if status in _MAY_HAVE_PASSED_IT_ON:
        return Delivery(Answer.UNCERTAIN, f"HTTP {status}")
    if status == 429 or status >= 500:
        return Delivery(Answer.LATER, f"HTTP {status}")
    if status != 200:
        return Delivery(Answer.REFUSED, f"HTTP {status}")
    try:
        said = json.loads(content)
    except (ValueError, RecursionError):
        said = None
    return reader(said) if isinstance(said, dict) else Delivery(Answer.UNCERTAIN, "no answer in JSON")
