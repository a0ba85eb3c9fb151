"""Whatever has to be brought to an end can be opened from where it is listed."""

from frontdesk.domain.matters.matter import MatterKind
from screens.matters.opening import PAGES


def test_a_matter_of_every_kind_opens_a_page() -> None:
    assert set(PAGES) == set(MatterKind)
