"""How many examples a property is tried on: some in the usual run, the same each time; many under --campaign."""

import functools
from collections.abc import Callable
from typing import Any, TypeVar

from hypothesis import settings
from rounds import Rounds

under_way = Rounds(None)
"""The rounds of the test that runs."""

campaign = False


Test = TypeVar("Test", bound=Callable[..., object])


def examples(usual: int, many: int) -> Callable[[Test], Test]:
    """Let a property be tried so often; in a campaign, what is drawn after its time is not looked at any more."""
    limit = settings(max_examples=many if campaign else usual, deadline=None)

    def limited(test: Test) -> Test:
        handle: Any = test
        if campaign:
            handle.hypothesis.inner_test = _in_time(handle.hypothesis.inner_test, many)
        return limit(test)

    return limited


def _in_time(test: Callable[..., object], many: int) -> Callable[..., object]:
    @functools.wraps(test)
    def in_time(*args: object, **named: object) -> None:
        under_way.asked = many
        if under_way.is_time():
            test(*args, **named)
            under_way.done += 1

    return in_time
