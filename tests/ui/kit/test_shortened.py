"""A text that is too long ends where its room ends, whatever signs it is of."""

import random

import pytest
from rich.cells import cell_len, set_cell_size

from screens.kit.spans import shortened

SIGNS = "ab 1到店后，é́\u200d\ufe0f♥👩"


@pytest.mark.parametrize("seed", range(20))
def test_a_long_text_is_cut_as_the_whole_of_it_would_be(seed):
    chance = random.Random(seed)
    for _ in range(200):
        text = "".join(chance.choices(SIGNS, k=chance.randrange(60)))
        width = chance.randrange(2, 40)
        whole = text if cell_len(text) <= width else set_cell_size(text, width - 1).rstrip() + "…"
        assert shortened(text, width) == whole
