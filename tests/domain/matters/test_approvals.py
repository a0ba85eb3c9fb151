"""A signature stands for exactly one text; who signs, in which order, and who may not (Z7, G1)."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.domain.approvals.approval import (
    Approval,
    ApprovalState,
    Signature,
    Verdict,
    What,
    changed_fields,
    check_confirm,
    check_sign,
    hash_of,
    written,
)
from frontdesk.domain.approvals.reasons import ApprovalReason
from frontdesk.domain.people.duty import Roster
from frontdesk.domain.people.reasons import PeopleReason
from frontdesk.domain.people.staff import Person, Post
from frontdesk.domain.values.errors import Reason, Refused

PEOPLE = {
    "王芳": Post.MANAGER, "刘洋": Post.MANAGER, "李建国": Post.DIRECTOR, "赵总": Post.DIRECTOR, "赵敏": Post.ADVISOR,
}  # fmt: skip
TEXT = {"month": "2026-10", "over_counts": 66, "causes": {"1": "arrivals"}, "conclusion": "早高峰"}


def roster(*without: Post) -> Roster:
    people = enumerate((item for item in PEOPLE.items() if item[1] not in without), 1)
    return Roster(tuple(Person(number, name, post, "") for number, (name, post) in people), ())


def asked(*roles: Post, by: str = "王芳", text: Any = None, signed: tuple[Signature, ...] = ()) -> Approval:
    said = TEXT if text is None else text
    about = (1, 7, What.REVIEW, written(said), hash_of(said), roles or (Post.DIRECTOR,), 100, by)
    return Approval(*about, ApprovalState.ASKED, None, signed)


def by(who: str, role: Post = Post.DIRECTOR, text: Any = None, taken_by: str = "") -> Signature:
    return Signature(role, who, Verdict.APPROVED, 200, taken_by, "", hash_of(TEXT if text is None else text))


TWO = (Post.MANAGER, Post.DIRECTOR)


@pytest.mark.parametrize(
    ("approval", "who", "reason"),
    [
        (asked(), "李建国", None),
        (asked(), "赵总", None),
        (asked(), "刘洋", ApprovalReason.NOT_THE_ROLE),
        (asked(), "赵敏", ApprovalReason.NOT_THE_ROLE),
        (asked(), "王芳", ApprovalReason.OWN_REQUEST),
        (asked(by="李建国"), "李建国", ApprovalReason.OWN_REQUEST),
        (asked(by="李建国"), "赵总", None),
        (asked(), "路人", PeopleReason.UNKNOWN_PERSON),
        (asked(*TWO), "李建国", ApprovalReason.NOT_THE_ROLE),
        (asked(*TWO), "刘洋", None),
        (asked(*TWO, signed=(by("刘洋", Post.MANAGER),)), "李建国", None),
        (asked(Post.DIRECTOR, Post.DIRECTOR, signed=(by("李建国"),)), "李建国", ApprovalReason.SIGNED_TWICE),
        (asked(Post.DIRECTOR, Post.DIRECTOR, signed=(by("李建国"),)), "赵总", None),
        (asked()._replace(state=ApprovalState.APPROVED), "李建国", ApprovalReason.APPROVAL_DECIDED),
        (asked()._replace(state=ApprovalState.LAPSED), "李建国", ApprovalReason.APPROVAL_DECIDED),
    ],
)
def test_who_signs(approval: Approval, who: str, reason: Reason | None) -> None:
    def sign() -> Post:
        return check_sign(approval, Verdict.APPROVED, who, TEXT, words="", roster=roster(), now=300)

    if reason is None:
        assert sign() is approval.next_role
        return
    with pytest.raises(Refused) as refused:
        sign()
    assert refused.value.reason is reason


def test_where_there_is_no_director_a_manager_on_duty_stands_in() -> None:
    """By the staff list the first manager is on duty; the second, who asked, does not sign what they asked for."""
    present = roster(Post.DIRECTOR)
    assert check_sign(asked(by="刘洋"), Verdict.APPROVED, "王芳", TEXT, words="", roster=present, now=1) is Post.MANAGER
    with pytest.raises(Refused) as refused:
        check_sign(asked(by="刘洋"), Verdict.APPROVED, "赵敏", TEXT, words="", roster=present, now=1)
    assert refused.value.reason is ApprovalReason.NOT_THE_ROLE


def test_rejecting_needs_words() -> None:
    with pytest.raises(Refused) as refused:
        check_sign(asked(), Verdict.REJECTED, "李建国", TEXT, words="", roster=roster(), now=1)
    assert refused.value.reason is ApprovalReason.REJECTED_WHY
    assert check_sign(asked(), Verdict.REJECTED, "李建国", TEXT, words="原因不清", roster=roster(), now=1)


_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=6,
)
_TEXTS = st.dictionaries(st.text(min_size=1, max_size=6), _VALUES, min_size=1, max_size=6)


@given(text=_TEXTS, other=_VALUES, data=st.data())
def test_a_signature_on_a_changed_text_never_counts(text: dict[str, Any], other: Any, data: st.DataObject) -> None:
    """Each field changed, left out or added: it cannot be signed, and what was signed no longer holds."""
    field = data.draw(st.sampled_from(sorted(text)))
    changed = [{**text, field: other}, {k: v for k, v in text.items() if k != field}, {**text, f"{field}+": other}]
    signed = asked(text=text, signed=(by("李建国", text=text),))._replace(state=ApprovalState.APPROVED)
    assert signed.holds(text)
    assert signed.holds(json.loads(written(text)))
    for now in changed:
        is_same = json.dumps(now, sort_keys=True) == json.dumps(text, sort_keys=True)
        assert signed.holds(now) == is_same
        assert bool(changed_fields(asked(text=text), now)) != is_same
        if not is_same:
            with pytest.raises(Refused) as refused:
                check_sign(asked(text=text), Verdict.APPROVED, "李建国", now, words="", roster=roster(), now=1)
            assert refused.value.reason is ApprovalReason.TEXT_CHANGED


def test_an_approval_by_phone_is_confirmed_by_whoever_gave_it() -> None:
    phoned = asked(signed=(by("李建国", taken_by="赵敏"),))._replace(state=ApprovalState.APPROVED)
    assert phoned.holds(TEXT)
    assert [each.who for each in phoned.unconfirmed] == ["李建国"]
    assert check_confirm(phoned, "李建国").who == "李建国"
    with pytest.raises(Refused) as refused:
        check_confirm(phoned, "赵总")
    assert refused.value.reason is ApprovalReason.NOTHING_TO_CONFIRM
    confirmed = phoned._replace(signatures=(*phoned.signatures, by("李建国")._replace(verdict=Verdict.CONFIRMED)))
    assert confirmed.unconfirmed == ()
