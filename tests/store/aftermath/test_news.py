"""News of an incident: the staff at once, outside only what the command signed, to the letter (I9)."""

import random
from collections.abc import Callable, Iterator
from functools import partial

from at_desk import arrive, refusal

from data.messages import messages
from frontdesk.desk import approvals, matters
from frontdesk.desk.desk import Desk
from frontdesk.desk.incidents import aftermath, commanding, news
from frontdesk.domain.approvals.approval import ApprovalState
from frontdesk.domain.incidents.aftermath_reasons import AftermathReason
from frontdesk.domain.incidents.reasons import IncidentReason
from frontdesk.domain.messages.message import Audience, Message, MessageState
from frontdesk.domain.values.errors import FrontdeskError

As = Callable[[str], Desk]
Report = Callable[..., int]


def outside(desk: Desk) -> list[Message]:
    found = messages.listed(desk.connection, only_open=False)
    return [each for each in found if each.audience is not Audience.STAFF]


def test_signed_by_the_command_and_by_nobody_else(as_: As, report: Report) -> None:
    number = report()
    write = partial(news.write, as_("赵敏"), number, Audience.PUBLIC)
    write("今日暂停维修")
    send = partial(news.send, as_("赵敏"), number, Audience.PUBLIC)
    assert refusal(send) is AftermathReason.UNSIGNED_NEWS
    assert refusal(partial(news.sign, as_("赵敏"), number, Audience.PUBLIC)) is IncidentReason.ONLY_COMMAND
    news.sign(as_("王芳"), number, Audience.PUBLIC, seen=1)
    assert refusal(partial(news.sign, as_("王芳"), number, Audience.PUBLIC)) is AftermathReason.NEWS_SIGNED
    write = partial(news.write, as_("赵敏"), number, Audience.PUBLIC)
    write("今日暂停维修，明日恢复")
    assert approvals.of_matter(as_("赵敏"), number)[-1].state is ApprovalState.LAPSED
    assert refusal(send) is AftermathReason.UNSIGNED_NEWS
    assert refusal(partial(news.sign, as_("王芳"), number, Audience.PUBLIC, seen=1)) is AftermathReason.SAME_NEWS
    news.sign(as_("王芳"), number, Audience.PUBLIC, seen=2)
    send()
    assert [each.text for each in outside(as_("赵敏"))] == ["今日暂停维修，明日恢复"]
    assert refusal(send) is AftermathReason.NEWS_SENT
    assert [each.version for each in aftermath.shown(as_("赵敏"), number).news] == [1, 2]
    assert refusal(partial(write, "今日暂停维修，明日恢复")) is AftermathReason.SAME_NEWS


def test_each_customer_who_is_here_is_told(as_: As, report: Report) -> None:
    number = report()
    arrive(as_("赵敏"), 1, 2)
    news.write(as_("赵敏"), number, Audience.CUSTOMER, "请到门外集合")
    news.sign(as_("王芳"), number, Audience.CUSTOMER)
    news.send(as_("王芳"), number, Audience.CUSTOMER)
    assert {each.plate for each in outside(as_("王芳"))} == {"苏A00001", "苏A00002"}


def test_nothing_of_a_drill_goes_out(as_: As, report: Report) -> None:
    number = report(is_drill=True)
    news.write(as_("赵敏"), number, Audience.PUBLIC, "演练通知")
    news.sign(as_("王芳"), number, Audience.PUBLIC)
    assert refusal(partial(news.send, as_("王芳"), number, Audience.PUBLIC)) is AftermathReason.IN_A_DRILL
    assert outside(as_("王芳")) == []


def test_nothing_unsigned_goes_outside_whatever_is_pressed(
    as_: As, report: Report, seeds: Callable[[int, int], Iterator[int]]
) -> None:
    """Random commands of several people; what went out is what the command of that moment had signed, to the letter."""
    told: set[tuple[int, str, str]] = set()
    for seed in seeds(6, 3000):
        chance = random.Random(seed)
        number = report(is_drill=chance.random() < 0.3)
        is_drill = aftermath.shown(as_("王芳"), number).incident.is_drill
        for _step in range(25):
            desk = as_(chance.choice(["赵敏", "李强", "王芳"]))
            audience = chance.choice([Audience.PUBLIC, Audience.AUTHORITY, Audience.STAFF])
            before = len(outside(desk))
            try:
                act = chance.choice(["write", "write", "sign", "sign", "send", "send", "hand", "approve"])
                if act == "write":
                    news.write(desk, number, audience, chance.choice("甲乙丙丁"))
                elif act == "sign":
                    command = aftermath.shown(desk, number).incident.command
                    news.sign(desk, number, audience, seen=chance.choice([None, 1, 2]))
                    newest = [n for n in aftermath.shown(desk, number).news if n.audience is audience][-1]
                    assert desk.actor.who == command
                    told.add((number, audience, newest.text))
                elif act == "send":
                    news.send(desk, number, audience)
                elif act == "hand":
                    commanding.hand_over(desk, number, chance.choice(["李强", "王芳"]))
                else:
                    approvals.sign(desk, number)
            except FrontdeskError:
                assert len(outside(desk)) == before
        for each in outside(as_("王芳")):
            assert each.matter is not None
            if each.matter == number:
                assert not is_drill or each.state is MessageState.DRILL
                assert (number, each.audience, each.text) in told
        matters.close(as_("王芳"), number, "试完")
