"""A store's own word for a penalty stands wherever the program's stood, in both languages (Z8)."""

import pytest
from babel.messages.pofile import read_po

from frontdesk.words import i18n
from frontdesk.words.i18n import _


@pytest.mark.parametrize(
    ("language", "own", "message", "said"),
    [
        ("zh", "绩效扣分", "Propose a penalty", "提出绩效扣分"),
        ("zh", "绩效扣分", "penalty", "绩效扣分"),
        ("zh", "", "penalty", "考核扣款"),
        ("en", "deduction", "Penalties", "Deductions"),
        ("en", "deduction", "propose a penalty", "propose a deduction"),
        ("en", "绩效扣分", "penalties and their ledger", "绩效扣分 and their ledger"),
        ("en", "", "Penalties", "Penalties"),
        ("zh", r"\1 & \g<0>", "penalty", r"\1 & \g<0>"),
    ],
)
def test_it_is_said_instead(language: str, own: str, message: str, said: str) -> None:
    i18n.use(language)
    i18n.call_penalties(own)
    assert _(message) == said


def test_every_text_that_names_it_is_changed() -> None:
    with (i18n.LOCALES / "zh" / "LC_MESSAGES" / "frontdesk.po").open("rb") as catalogue:
        named = [str(message.id) for message in read_po(catalogue) if message.id and "考核扣款" in str(message.string)]
    i18n.use("zh")
    i18n.call_penalties("绩效扣分")
    assert len(named) > 30
    assert not [text for text in named if "考核扣款" in _(text)]
