"""PINs: which are refused, what is typed in one box, and how often one may be tried."""

import pytest

from frontdesk.domain.people.pins import Tries, check_may_try, check_new, is_weak, typed, wait_after
from frontdesk.domain.people.reasons import PeopleReason
from frontdesk.domain.values.errors import Refused

MINUTE = 60_000
DAY = 24 * 60 * MINUTE


WEAK = (
    "111111", "123456", "654321", "987654", "890123", "121212", "123123", "112233", "123321", "900101", "199807",
    "202611", "110000", "", "12345", "1234567", "12345a", "４８２９１３", "48 913", "138111",
)  # fmt: skip


@pytest.mark.parametrize("pin", WEAK)
def test_a_pin_that_anybody_would_try_first(pin: str) -> None:
    with pytest.raises(Refused) as refused:
        check_new(pin, "13811110001")
    assert refused.value.reason is PeopleReason.PIN_WEAK


@pytest.mark.parametrize("pin", ["482913", "073519", "905862", "314159", "001329"])
def test_a_pin_that_will_do(pin: str) -> None:
    check_new(pin, "13811110001")


def test_most_pins_will_do() -> None:
    assert sum(is_weak(f"{number:06}") for number in range(10**6)) < 10**5


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("wf482913", ("wf", "482913")),
        (" WF 482913 ", ("wf", "482913")),
        ("ｗｆ４８２９１３", ("wf", "482913")),
        ("482913", ("", "482913")),
        ("王芳482913", ("王芳", "482913")),
        ("wf", ("", "")),
        ("482913wf", ("", "")),
        ("", ("", "")),
    ],
)
def test_initials_and_pin_in_one_box(text: str, found: tuple[str, str]) -> None:
    assert typed(text) == found


@pytest.mark.parametrize(("failed", "minutes"), [(0, 0), (4, 0), (5, 5), (6, 10), (8, 40), (9, 60), (10, 60), (99, 60)])
def test_how_long_nothing_may_be_tried(failed: int, minutes: int) -> None:
    assert wait_after(failed) == minutes * MINUTE
    last = 1_000 * MINUTE
    check_may_try(Tries(failed, last), last + minutes * MINUTE)
    if minutes:
        with pytest.raises(Refused) as refused:
            check_may_try(Tries(failed, last), last + minutes * MINUTE - 1)
        assert (refused.value.reason, refused.value.facts["at"]) == (
            PeopleReason.PIN_WAIT,
            last + minutes * MINUTE,
        )


def test_guesses_in_a_day() -> None:
    """Somebody who tries at the first instant they may, for a whole day and night."""
    tries, at, guesses = Tries(), 0, 0
    while at < DAY:
        check_may_try(tries, at)
        tries, guesses = Tries(tries.failed + 1, at), guesses + 1
        at += wait_after(tries.failed)
    assert guesses <= 31
