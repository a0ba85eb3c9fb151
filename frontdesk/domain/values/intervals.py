"""How sure a share or a rate is: the interval that it lies in."""

from math import sqrt

Z_95 = 1.959963984540054
"""Of the normal distribution: 95 percent lie within so many standard deviations."""
Z_998 = 3.090232306167813
"""99.8 percent: of a thousand that are alike two lie outside."""


def wilson(good: int, of: int, z: float = Z_95) -> tuple[float, float]:
    """Return the interval of a share by Wilson; of none at all nothing is known: 0 to 1."""
    if not of:
        return 0.0, 1.0
    part, square = good / of, z * z
    middle = part + square / (2 * of)
    width = z * sqrt(part * (1 - part) / of + square / (4 * of * of))
    below = 1 + square / of
    low = 0.0 if not good else max(0.0, (middle - width) / below)
    high = 1.0 if good == of else min(1.0, (middle + width) / below)
    return low, high


def poisson(count: int, z: float = Z_95) -> tuple[float, float]:
    """Return the interval of how many are to be expected where so many were counted, by Byar."""
    low = count * (1 - 1 / (9 * count) - z / (3 * sqrt(count))) ** 3 if count else 0.0
    more = count + 1
    return max(0.0, low), more * (1 - 1 / (9 * more) + z / (3 * sqrt(more))) ** 3
