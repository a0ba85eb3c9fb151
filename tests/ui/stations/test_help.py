"""What F1 says of the colours: the limits of the store, whatever its policy."""

import pytest

from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.stations.station import StationKind
from frontdesk.words import i18n
from screens.stations.help import HelpText


@pytest.mark.parametrize(
    ("policy", "language", "said"),
    [
        (Policy(), "en", "more than 20:00, or 4 cars in the zone"),
        (Policy(over_stay_s=5400, over_count=7), "en", "more than 1 h 30 min, or 7 cars in the zone"),
        (Policy(over_stay_s=1500, over_count=6), "zh", "超过 25:00，或区内有 6 辆车"),
        (Policy(over_stay_warning_s=600, over_count_warning=2), "zh", "超过 10:00，或区内有 2 辆车"),
        (Policy(over_stay_warning_s=600), "en", "up to 10:00 in the zone"),
    ],
)
def test_the_help_says_the_limits_of_the_store(policy, language, said):
    i18n.use(language)
    lines = HelpText(StationKind.GUARD, (), policy).build(80)
    assert said in "\n".join("".join(span.text for span in line) for line in lines)
