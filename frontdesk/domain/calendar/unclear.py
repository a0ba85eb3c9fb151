"""What was typed of a date has two meanings."""

from collections.abc import Sequence


class Unclear(Exception):  # noqa: N818 - it is asked about, as a refusal is
    """It may mean the one or the other: never guessed, asked about. Each is a text that can be typed instead."""

    def __init__(self, meanings: Sequence[object]) -> None:
        super().__init__()
        self.meanings = tuple(str(meaning) for meaning in meanings)
