"""What a version of a playbook says otherwise than the one before."""

from frontdesk.domain.runs.changes import Change, How, changes
from frontdesk.domain.runs.playbook import Fact, Playbook, Step

WAS = Playbook(
    "p", "流程", "store", (Step("a", "一"), Step("b", "二", after=("a",), optional=True)), (Fact("f", "若"),)
)


def test_nothing() -> None:
    assert changes(WAS, WAS) == ()


def test_everything() -> None:
    now = WAS._replace(
        title="新流程",
        steps=(Step("b", "二二", after=("a", "c")), Step("c", "三")),
        facts=(),
        contacts=("fire", "power"),
    )
    assert changes(WAS, now) == (
        Change(How.CHANGED, "", "title", "流程", "新流程"),
        Change(How.CHANGED, "", "contacts", "", "fire, power"),
        Change(How.DROPPED, "若"),
        Change(How.CHANGED, "二", "title", "二", "二二"),
        Change(How.CHANGED, "二", "after", "a", "a, c"),
        Change(How.CHANGED, "二", "optional", "true", "false"),
        Change(How.ADDED, "三"),
        Change(How.DROPPED, "一"),
    )
