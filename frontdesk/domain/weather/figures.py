"""What is told of a day's weather in figures, and between what each can be (I7)."""

from collections.abc import Mapping
from enum import StrEnum


class Figure(StrEnum):
    """What is told of a day in figures."""

    LOW = "low"
    HIGH = "high"
    RAIN = "rain"
    SNOW = "snow"
    GUST = "gust"


LIMITS: Mapping[Figure, tuple[int, int]] = {
    Figure.LOW: (-60, 55),
    Figure.HIGH: (-60, 55),
    Figure.RAIN: (0, 2000),
    Figure.SNOW: (0, 500),
    Figure.GUST: (0, 120),
}
"""Between what each may be, which is more than was ever measured: °C, mm and cm a day, m/s."""

EXAMPLES: Mapping[Figure, str] = {
    Figure.LOW: "3",
    Figure.HIGH: "12",
    Figure.RAIN: "12.5",
    Figure.SNOW: "4",
    Figure.GUST: "17.2",
}
"""How each is typed."""
