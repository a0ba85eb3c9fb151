"""A time in digits that are three rows high, read from across the hall."""

from rich.cells import cell_len

_GLYPHS = {
    "0": ("┏━┓", "┃ ┃", "┗━┛"),
    "1": ("╺┓ ", " ┃ ", "╺┻╸"),
    "2": ("╺━┓", "┏━┛", "┗━╸"),
    "3": ("╺━┓", " ━┫", "╺━┛"),
    "4": ("╻ ╻", "┗━┫", "  ╹"),
    "5": ("┏━╸", "┗━┓", "╺━┛"),
    "6": ("┏━╸", "┣━┓", "┗━┛"),
    "7": ("╺━┓", "  ┃", "  ╹"),
    "8": ("┏━┓", "┣━┫", "┗━┛"),
    "9": ("┏━┓", "┗━┫", "╺━┛"),
    ":": ("   ", "   ", " : "),
    " ": ("   ", "   ", "   "),
}


def tall(text: str) -> list[str]:
    """Return a text as three rows; what is no digit stands as it is in the lowest."""
    glyphs = [_GLYPHS.get(each, (blank := " " * cell_len(each), blank, each)) for each in text]
    return ["".join(row) for row in zip(*glyphs, strict=True)]
