"""Lines of a sentence: none begins with what must stay with the word before it."""

import pytest

from frontdesk.words.breaking import NEVER_FIRST
from screens.kit.spans import wrap

TEXTS = (
    "这个键紧跟在 F8 之后。请看看板，再按一次；没有做任何事：真的！",
    "“" + "苏" * 60 + "”太长。请重新输入。",
    "A" * 60 + "。",
    "请输完整车牌（如 苏A·12345）。",
)


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("width", range(14, 60))
def test_no_line_begins_with_a_full_stop(text: str, width: int) -> None:
    rows = wrap(text, width)
    assert "".join("".join(rows).split()) == "".join(text.split())
    assert not [row for row in rows if row[:1] in NEVER_FIRST and row]
