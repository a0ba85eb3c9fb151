"""The names of one concern's values and events."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class Vocabulary(NamedTuple):
    """The words of one concern, as English msgids."""

    values: tuple[tuple[object, str], ...] = ()
    events: Mapping[str, str] = MappingProxyType({})
