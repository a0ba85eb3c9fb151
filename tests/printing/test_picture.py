"""The ticket as a picture: as wide as the paper, in ink, and without boxes for what a font has not."""

from dataclasses import replace

import pytest
from PIL import Image, ImageFont, ImageOps

from frontdesk.printing import fonts
from frontdesk.printing.fonts import Face, chinese_face
from frontdesk.printing.raster import CUT, RESET, as_escpos
from frontdesk.printing.slip import Slip
from frontdesk.printing.ticket_image import PAPER, as_picture
from frontdesk.words import i18n

OWN = Face()


def ink(picture: Image.Image) -> tuple[int, int, int, int]:
    box = ImageOps.invert(picture.convert("L")).getbbox()
    assert box
    return box


def same(one: Image.Image, other: Image.Image) -> bool:
    return (one.size, one.tobytes()) == (other.size, other.tobytes())


def test_it_is_as_wide_as_the_paper_and_black_on_white(slip: Slip, chinese: Face) -> None:
    for face in (chinese, OWN):
        picture = as_picture(slip, face)
        assert (picture.mode, picture.width) == ("1", PAPER)
        left, top, right, bottom = ink(picture)
        assert left >= 8 and top >= 8 and right <= PAPER - 8 and bottom <= picture.height - 8
        assert {picture.getpixel(corner) for corner in ((0, 0), (PAPER - 1, picture.height - 1))} == {255}


def test_the_number_is_as_large_as_the_paper_lets_it_be() -> None:
    left, _, right, _ = ink(as_picture(Slip("", "A007", "", "", lines=()), OWN))
    assert right - left > PAPER * 0.9
    assert as_picture(Slip("", "7", "", "", lines=()), OWN).height < 500
    for length in (1, 2, 8, 12, 13, 200):
        left, _, right, _ = ink(as_picture(Slip("", "W" * length, "", "", lines=()), OWN))
        assert left >= 8 and right <= PAPER - 8


def test_chinese_is_drawn_where_a_font_has_it(slip: Slip, chinese: Face) -> None:
    assert chinese.can_draw("叫号牌苏 A007")
    assert not same(as_picture(slip, chinese), as_picture(replace(slip, store="", plate="A·***45"), chinese))


def test_without_a_chinese_font_the_rest_is_printed_and_no_boxes(slip: Slip) -> None:
    """The picture is that of a ticket on which the Chinese never stood."""
    plain = replace(slip, store="", plate="A·***45")
    assert same(as_picture(slip, OWN), as_picture(plain, OWN))
    chinese_only = replace(slip, lines=("请到休息室等候。",))
    assert same(as_picture(chinese_only, OWN), as_picture(replace(plain, lines=()), OWN))


def test_without_a_chinese_font_a_sentence_is_said_in_english(slip: Slip, monkeypatch: pytest.MonkeyPatch) -> None:
    english = as_picture(slip, OWN)
    monkeypatch.setattr(i18n._InForce, "translation", _Chinese())
    assert same(as_picture(slip, OWN), english)


@pytest.mark.parametrize("text", ["\U0010ffff", "😀", "叫", "\ue000"])
def test_what_a_font_has_not_is_left_out(text: str, chinese: Face) -> None:
    assert OWN.only_drawable(f"a{text}b c") == "ab c"
    if text != "叫":
        assert chinese.only_drawable(f"a{text}叫") == "a叫"


def test_hostile_text_is_drawn_or_left_out(chinese: Face) -> None:
    for text in ("[b]\x1b[31m\u202e{0}", "e\u0301" * 100, "店" * 300, "x" * 300, " ", "\n\n", "。，·"):
        for face in (chinese, OWN):
            assert as_picture(Slip(text, text, text, text, text, (text,)), face).width == PAPER


def test_nothing_to_print_is_white_paper() -> None:
    assert as_picture(Slip("", "", "", "", lines=()), OWN).width == PAPER


def test_the_machine_s_first_font_with_chinese_is_taken(chinese: Face, monkeypatch: pytest.MonkeyPatch) -> None:
    english = ImageFont.truetype("DejaVuSans.ttf").path if _has("DejaVuSans.ttf") else "nowhere.ttf"
    monkeypatch.setattr(fonts, "_CHINESE", (("no such font.ttc", 2), (english, 0), (chinese.file, 0)))
    chinese_face.cache_clear()
    assert chinese_face() == chinese
    monkeypatch.setattr(fonts, "_CHINESE", (("no such font.ttc", 2),))
    chinese_face.cache_clear()
    assert chinese_face() == OWN
    monkeypatch.undo()
    chinese_face.cache_clear()
    assert as_picture(Slip("", "A007", "", "")).width == PAPER


def test_in_escpos_every_dot_of_ink_is_a_one_and_the_bands_follow_each_other(slip: Slip) -> None:
    picture = as_picture(slip, OWN)
    sent = as_escpos(picture)
    assert sent.startswith(RESET)
    assert sent.endswith(CUT)
    body, dots = sent[len(RESET) : -len(CUT)], b""
    while body:
        assert body[:6] == b"\x1dv0\x00\x48\x00"
        height = int.from_bytes(body[6:8], "little")
        assert 0 < height <= 256
        dots, body = dots + body[8 : 8 + 72 * height], body[8 + 72 * height :]
    assert dots == bytes(byte ^ 0xFF for byte in picture.tobytes())


def test_a_picture_that_is_not_whole_bytes_wide_has_a_white_edge() -> None:
    assert as_escpos(Image.new("1", (9, 1), 0)) == RESET + b"\x1dv0\x00\x02\x00\x01\x00\xff\x80" + CUT


def _has(name: str) -> bool:
    try:
        ImageFont.truetype(name)
    except OSError:
        return False
    return True


class _Chinese:
    def gettext(self, message: str) -> str:
        return "请到休息室等候：{text}"
