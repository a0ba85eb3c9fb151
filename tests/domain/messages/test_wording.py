"""The words of a message: which placeholders there are, and what is left where something is not known."""

from datetime import UTC, date, datetime

import pytest
from at_desk import refusal

from frontdesk.domain.messages.reasons import MessageReason
from frontdesk.domain.messages.wording import PLACES, check_places, filled, moment


@pytest.mark.parametrize("words", ["{name}", "{custmer}您好", "{}", "{ plate }", "{plate", "plate}", "{{plate}}"])
def test_a_placeholder_that_is_none(words: str) -> None:
    assert refusal(lambda: check_places(words)) is MessageReason.NO_PLACEHOLDER


def test_every_placeholder_is_filled_in() -> None:
    words = " ".join(f"{{{place}}}" for place in PLACES)
    check_places(words)
    assert filled(words, {place: place.upper() for place in PLACES}) == " ".join(PLACES).upper()


def test_what_is_not_known_leaves_no_hole() -> None:
    said = filled("{customer}您好，{store}：您的车{plate}好了。{time} {who} {phone}", {"plate": "苏A·12345"})
    assert said == "您好，您的车苏A·12345好了。"
    # What a customer is called is never read as a placeholder.
    assert filled("{customer}您好", {"customer": "{phone}", "phone": "138"}) == "{phone}您好"


@pytest.mark.parametrize(
    ("day", "said"), [(29, "今天 9:05"), (30, "明天 9:05"), (31, "5月31日 9:05"), (28, "5月28日 9:05")]
)
def test_when_it_is(day: int, said: str) -> None:
    assert moment(datetime(2026, 5, day, 9, 5, tzinfo=UTC), date(2026, 5, 29)) == said
