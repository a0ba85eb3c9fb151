"""A review that this version makes no sense of hides no other."""

from typing import Any

import pytest
from month_of_may import MAY

from data.review import reviews as on_record
from frontdesk.desk.review import reviews
from frontdesk.domain.calendar.months import Month


@pytest.mark.forged
def test_a_review_that_makes_no_sense_hides_no_other(as_: Any) -> None:
    desk = as_("王芳")
    reviews.open_month(desk, Month(2026, 4))
    reviews.open_month(desk, MAY)
    desk.connection.execute("update matters set kind = 'x' where title = '2026-04'")
    assert [str(each.month) for each in desk.read(on_record.every)] == ["2026-05"]
    assert {each.table for each in desk.unreadable} == {"matters", "reviews"}
    assert len(desk.snapshot().matters) == 1
