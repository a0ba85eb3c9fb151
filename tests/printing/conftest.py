"""A ticket to print, and a font that is made here: the machine the tests run on may have none for Chinese."""

from pathlib import Path
from typing import Any

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from frontdesk.printing.fonts import Face
from frontdesk.printing.slip import Slip

DRAWN = "".join(map(chr, range(0x21, 0x7F))) + "叫号牌苏州众诚汽车·"
_EM = 1000


@pytest.fixture
def slip() -> Slip:
    return Slip("苏州众诚汽车", "A007", "苏A·***45", "2026-03-02 10:42", "2026-03-02 18:00")


@pytest.fixture(scope="session")
def chinese(tmp_path_factory: pytest.TempPathFactory) -> Face:
    """A font of bars, each character's of a height of its own; what it has not is an empty frame, as in any font."""
    names = {ord(character): f"u{ord(character):04X}" for character in DRAWN}
    glyphs = {".notdef": _box(50, 700, hole=True), "space": TTGlyphPen(None).glyph()}
    glyphs |= {name: _box(60, 100 + 5 * place) for place, name in enumerate(names.values())}
    font = FontBuilder(_EM, isTTF=True)
    font.setupGlyphOrder(list(glyphs))
    font.setupCharacterMap({0x20: "space", **names})
    font.setupGlyf(glyphs)
    font.setupHorizontalMetrics(dict.fromkeys(glyphs, (600, 0)))
    font.setupHorizontalHeader(ascent=800, descent=-200)
    font.setupNameTable({"familyName": "Bars", "styleName": "Regular"})
    font.setupOS2()
    font.setupPost()
    path = tmp_path_factory.mktemp("font") / "bars.ttf"
    font.save(path)
    return Face(str(path))


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """The folder where tickets go that no printer is named for; it is not there yet."""
    return tmp_path / "data" / "tickets"


def _box(left: int, top: int, *, hole: bool = False) -> Any:
    pen = TTGlyphPen(None)
    for inset in (0, 40) if hole else (0,):
        corners = [(left + inset, inset), (left + inset, top - inset), (540 - inset, top - inset), (540 - inset, inset)]
        pen.moveTo(corners[0])
        for corner in corners[1:] if not inset else corners[:0:-1]:
            pen.lineTo(corner)
        pen.closePath()
    return pen.glyph()
