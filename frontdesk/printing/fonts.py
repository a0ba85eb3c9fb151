"""A font of this machine that can draw Chinese; if there is none, Pillow's own."""

from dataclasses import dataclass
from functools import lru_cache

from PIL import ImageFont

_SIMPLIFIED = 2
"""The index of the simplified forms in a font collection for East Asia."""

_CHINESE = (
    # Linux
    ("NotoSansCJK-Regular.ttc", _SIMPLIFIED),
    ("NotoSansCJKsc-Regular.otf", 0),
    ("NotoSansSC-Regular.otf", 0),
    ("NotoSansSC-Regular.ttf", 0),
    ("SourceHanSansSC-Regular.otf", 0),
    ("SourceHanSansCN-Regular.otf", 0),
    ("wqy-zenhei.ttc", 0),
    ("wqy-microhei.ttc", 0),
    ("DroidSansFallbackFull.ttf", 0),
    ("DroidSansFallback.ttf", 0),
    ("uming.ttc", 0),
    # Windows
    ("msyh.ttc", 0),
    ("msyh.ttf", 0),
    ("Deng.ttf", 0),
    ("simhei.ttf", 0),
    ("simsun.ttc", 0),
    # macOS
    ("PingFang.ttc", 0),
    ("Hiragino Sans GB.ttc", 0),
    ("STHeiti Light.ttc", 0),
    ("Arial Unicode.ttf", 0),
)
_SAMPLE = "叫号牌苏"
_PROBE = 24
_PLAIN = ImageFont.Layout.BASIC
"""Places one character after the other; Pillow's other layout engine fails on meaningless texts."""
_NO_CHARACTER = "\U0010ffff"


@dataclass(frozen=True, slots=True)
class Face:
    """A font without a size. Without a file it is Pillow's own, which has English only."""

    file: str = ""
    index: int = 0

    def at(self, size: int) -> ImageFont.FreeTypeFont:
        """Return the font in a size in pixels. Raises `OSError` if its file cannot be used."""
        return _loaded(self.file, self.index, size)

    def can_draw(self, text: str) -> bool:
        """Return whether the font has every character of `text`; a missing one would be a box on the paper."""
        return self.only_drawable(text) == text

    def only_drawable(self, text: str) -> str:
        """Return `text` without the characters the font has not."""
        missing = _drawn(self, _NO_CHARACTER)
        return "".join(character for character in text if _drawn(self, character) != missing)


@lru_cache(maxsize=1)
def chinese_face() -> Face:
    """Return the first font of this machine that can draw Chinese, else Pillow's own."""
    for name, index in _CHINESE:
        face = Face(name, index)
        try:
            if face.can_draw(_SAMPLE):
                return face
        except OSError:
            continue
    return Face()


@lru_cache(maxsize=64)
def _loaded(file: str, index: int, size: int) -> ImageFont.FreeTypeFont:
    if file:
        return ImageFont.truetype(file, size, index, layout_engine=_PLAIN)
    font = ImageFont.load_default(size)
    if not isinstance(font, ImageFont.FreeTypeFont):
        raise OSError("Pillow was built without FreeType")
    return font.font_variant(layout_engine=_PLAIN)


@lru_cache(maxsize=2048)
def _drawn(face: Face, character: str) -> tuple[tuple[int, int], bytes]:
    mask = face.at(_PROBE).getmask(character)
    return mask.size, bytes(mask)
