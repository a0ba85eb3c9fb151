"""Quantiles of Student's t law, without a library: Fisher's expansion around the normal law's."""

import math
from statistics import NormalDist

LEAST_FREEDOM = 18
"""From so many degrees of freedom on, which two sides of ten days have, it is right to six digits."""


def quantile(share: float, freedom: int) -> float:
    """Return the value that a share of the law with some degrees of freedom lies below."""
    z = NormalDist().inv_cdf(share)
    terms = (
        (z**3 + z) / 4,
        (5 * z**5 + 16 * z**3 + 3 * z) / 96,
        (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384,
        (79 * z**9 + 776 * z**7 + 1482 * z**5 - 1920 * z**3 - 945 * z) / 92160,
    )
    return z + math.fsum(term / freedom**power for power, term in enumerate(terms, 1))
