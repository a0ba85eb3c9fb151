"""The names of one concern's values and events."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of one concern, as English msgids."""

    values: tuple[tuple[object, str], ...] = ()
    events: Mapping[str, str] = field(default_factory=dict)
