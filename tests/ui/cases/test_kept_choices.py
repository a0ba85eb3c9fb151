"""What was chosen in a form is kept by what it is: in no version does it become another choice (C1)."""

import json
from typing import Any

import pytest

from frontdesk.domain.cases.case import CaseKind, Channel, Nature, Severity
from frontdesk.domain.cases.table_columns import Drill
from frontdesk.domain.policy.policy import Policy
from screens.cases.draft import CHOICES, Draft, offered

WORDS: dict[str, Any] = {"customer": "陈先生", "plate": "苏A12345", "wants": "换车", "words": "等了一个小时"}
OF_0_3 = {"nature": "2", "channel": "1", "kind": "4", "severity": "1", "drill": "1", **WORDS}
"""A row of version 0.3, as it stands in the store."""


def taken_up(kept: object, *channels: str) -> Draft:
    draft = Draft()
    draft.take_up(kept, "13812348000", offered(Policy(channels=channels) if channels else Policy()))
    return draft


def test_what_is_kept_is_taken_up_as_it_was():
    draft = Draft(
        nature=Nature.DISPUTE, channel=Channel.LETTER, kind=CaseKind.RETURN, severity=Severity.MAJOR,
        drill=Drill.YES, phone="13812348000", **WORDS,
    )  # fmt: skip
    kept = draft.to_keep()
    assert (kept["channel"], kept["drill"], kept.get("phone")) == ("letter", "yes", None)
    assert taken_up(json.loads(json.dumps(kept))) == draft


def test_a_draft_of_the_version_before_means_what_it_meant():
    assert taken_up(OF_0_3) == Draft(
        nature=Nature.INQUIRY, channel=Channel.PHONE, kind=CaseKind.WAITING, severity=Severity.MAJOR,
        drill=Drill.YES, phone="13812348000", **WORDS,
    )  # fmt: skip


@pytest.mark.parametrize("kept", [OF_0_3, {**OF_0_3, "channel": "phone"}], ids=["by its place", "by its value"])
def test_a_choice_that_is_put_in_between_changes_no_draft(kept):
    assert taken_up(kept, "person", "门店群", "email", "phone", "letter").channel is Channel.PHONE


@pytest.mark.parametrize("kept", ["1", "phone"])
def test_a_choice_that_is_gone_is_told_and_not_guessed(kept):
    draft = taken_up({**OF_0_3, "channel": kept}, "email", "letter", "person")
    assert (draft.channel, draft.lost, draft.words) == (Draft.channel, ("channel",), WORDS["words"])


@pytest.mark.parametrize("kept", ["", "9", "-1", "01", "１", "telex", "PHONE", 1, True, None, ["phone"], {}])
def test_garbage_in_a_choice_is_lost_and_the_rest_goes_on(kept):
    draft = taken_up({**OF_0_3, "channel": kept})
    assert (draft.channel, draft.lost) == (Channel.PERSON, ("channel",))
    assert (draft.kind, draft.customer) == (CaseKind.WAITING, "陈先生")


@pytest.mark.parametrize("kept", [None, 7, "words", [], ["0", "1"], True])
def test_of_garbage_altogether_the_phone_number_is_left(kept):
    draft = taken_up(kept)
    assert set(draft.lost) == {*CHOICES, *WORDS}
    assert (draft.phone, draft.words, draft.channel) == ("13812348000", "", Channel.PERSON)


def keep(desk, fields: object) -> None:
    """Put a draft of 李四's in the store, as another version left it."""
    row = ("reception:李四", desk.now(), json.dumps(fields))
    desk.connection.execute("insert into drafts (owner, at, fields) values (?, ?, ?)", row)


def chosen(form) -> list[str]:
    """Return the value of each choice of the form."""
    choices = offered(Policy())
    return [str(choices[name][form.query_one(f"#{name}").index]) for name in CHOICES]


async def test_a_form_goes_on_with_a_draft_of_the_version_before(at_station, desk):
    keep(desk, OF_0_3)
    async with at_station("reception") as reception:
        await reception.press("ctrl+n")
        await reception.dialog("NewCaseForm")
        assert chosen(reception.app.screen) == ["inquiry", "waiting", "major", "phone", "yes"]
        await reception.reads("●inquiry", "等了一个小时")
        # Closed again, it is kept in the new way.
        await reception.press("escape")
        await reception.closed()
        (kept,) = desk.connection.execute("select fields from drafts").fetchone()
        assert json.loads(kept) == {
            "nature": "inquiry", "kind": "waiting", "severity": "major", "channel": "phone", "drill": "yes", **WORDS,
        }  # fmt: skip


@pytest.mark.parametrize(
    ("fields", "said"),
    [({**OF_0_3, "channel": "telex"}, " channel."), (["0", "1"], "kind, severity, channel")],
)
async def test_what_cannot_be_read_is_said_in_the_form(at_station, desk, fields, said):
    keep(desk, fields)
    async with at_station("reception", size=(120, 40)) as reception:
        await reception.press("ctrl+n")
        await reception.dialog("NewCaseForm")
        await reception.reads("Kept from before, but cannot be read", said)
        reception.app.screen.query_one("#customer").value = "周女士"
        await reception.reads("周女士", "Kept from before, but cannot be read")
