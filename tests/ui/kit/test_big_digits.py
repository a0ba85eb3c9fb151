"""The big numbers of the lounge's display, drawn of block elements."""

from rich.cells import cell_len

from screens.kit.big_digits import cells_wide, drawn, is_drawn, rows_high


def test_glyphs_have_the_size_they_say():
    for scale in range(1, 9):
        for text in ("A007", "A1234", "2", "→"):
            rows = drawn(text, scale)
            assert len(rows) == rows_high(scale)
            assert {cell_len(row) for row in rows} == {cells_wide(text, scale)}
    assert len({tuple(drawn(digit, 1)) for digit in "0123456789A"}) == 11
    assert not is_drawn("")
    assert not is_drawn("快")
