"""The plates of the cars in a visit log, which may name only customers."""

import hashlib
import re
from collections.abc import Iterable

from frontdesk.domain.values.plates import (
    NO_PLATE,
    Plate,
    as_plate,
    fragment,
    is_read_whole,
    is_too_long,
    parse_plate,
    plate_or_none,
    unread,
)

_LETTERS = "BCDEFGHJKLMNPQRSTUVWXYZ"
_SIGNS = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ"


class LogPlates:
    """The plates of a log: its own, and one made up for each customer without a plate, always the same one."""

    def __init__(self, province: str, rows: Iterable[dict[str, str]]) -> None:
        self._province = province
        self._made_up: dict[str, Plate] = {}
        self._taken = {as_plate(row.get("plate", ""), province) for row in rows}

    def of(self, row: dict[str, str]) -> Plate:
        """Return the plate of a row, or `""` if it names neither a plate nor a customer."""
        customer = row.get("customer", "")
        return self._own(row) or (self._for(customer) if customer else NO_PLATE)

    def _own(self, row: dict[str, str]) -> Plate:
        text = row.get("plate", "")
        compact = fragment(text)
        if text and not is_read_whole(text):
            raise unread(text)
        # A log may name its cars by numbers of its own, longer than any plate: each is a car of its own.
        return self._for(compact) if is_too_long(compact) else as_plate(text, self._province)

    def _for(self, customer: str) -> Plate:
        if customer not in self._made_up:
            plate, attempt = plate_or_none(self._plain(customer)), 0
            while not plate or plate in self._taken:
                plate, attempt = parse_plate(self._hashed(f"{customer}/{attempt}")), attempt + 1
            self._taken.add(plate)
            self._made_up[customer] = plate
        return self._made_up[customer]

    def _plain(self, customer: str) -> str:
        short = re.fullmatch("0|[1-9][0-9]{0,4}", customer)
        return f"{self._province}A{customer:0>5}" if short else ""

    def _hashed(self, text: str) -> str:
        number = int.from_bytes(hashlib.sha256(text.encode()).digest())
        number, letter = divmod(number, len(_LETTERS))
        signs = []
        for _place in range(5):
            number, sign = divmod(number, len(_SIGNS))
            signs.append(_SIGNS[sign])
        return self._province + _LETTERS[letter] + "".join(signs)
