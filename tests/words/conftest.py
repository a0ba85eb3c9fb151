"""Words are read in English, whatever an earlier test spoke."""

from collections.abc import Iterator

import pytest

from frontdesk.words import i18n


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    i18n.use("en")
    yield
    i18n.use("en")
