"""Addresses that may be asked: encrypted, unless it is this machine."""

import re

_SAFE = re.compile(r"https://[^\s/@?#]+(/[^\s?#]*)?|http://(127\.0\.0\.1|localhost)(:\d+)?(/[^\s?#]*)?")


def is_safe_address(text: str) -> bool:
    """Whether nobody on the way reads what is sent there; no name and password stand in it, and no question."""
    return _SAFE.fullmatch(text) is not None
