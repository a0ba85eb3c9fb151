"""A form that was open while the list changed registers nothing under an entry that is gone."""

from dataclasses import replace

import pytest
from case_work import register

from frontdesk.desk import policy
from frontdesk.desk.cases import amending
from frontdesk.desk.desk import Desk
from frontdesk.domain.cases.case import CaseKind, Channel
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.reasons import ValueReason


def test_what_is_listed_no_more_is_refused(advisor: Desk, manager: Desk) -> None:
    number = register(advisor)
    policy.load(manager, replace(Policy(), channels=("phone", "门店群"), kinds=("product",)))
    with pytest.raises(Refused) as refused:
        register(advisor, channel=Channel.FAX)
    assert refused.value.reason is ValueReason.UNKNOWN_CHOICE
    with pytest.raises(Refused):
        register(advisor, kind=CaseKind.PRICE)
    with pytest.raises(Refused):
        amending.amend(advisor, number, channel="letter")
    register(advisor, channel="门店群")
