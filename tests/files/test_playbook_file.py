"""Playbooks as files: each fault with its line; hostile ones are refused, not believed; those shipped are right."""

from pathlib import Path

import pytest
from examples import examples
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.domain.runs.evidence import asked_by
from frontdesk.domain.runs.playbook import SINCE_START, Fact, Playbook, PlaybookKind, term_of
from frontdesk.domain.runs.problems import problems
from frontdesk.domain.values.errors import InputError
from frontdesk.files.playbook_file import area_names, read_playbook, shipped
from frontdesk.files.playbook_text import to_toml
from frontdesk.words import i18n
from frontdesk.words.register import shipped_areas

GOOD = """\
key = "lamp" # steps = [
title = '夜间 [[steps]] 巡视'
facts = [{ key = "dark", title = "天黑 } ]" }]

[[steps]]
key = "look"
title = "看灯 # 不是注释"

[[steps]]
key = "note"
title = "记下"
after = ["look"]
when = "dark"
"""
INLINE = """\
key = "lamp"
title = "巡视"
steps = [
    { key = "look", title = "看灯" },
    # { key = "gone" }
    { key = "note", title = \"\"\"记
下\"\"\", after = [
        "look"], due = "soon" },
]
"""


@pytest.fixture
def faults(tmp_path: Path) -> object:
    def of(text: str) -> list[tuple[int, str, str]]:
        path = tmp_path / "p.toml"
        path.write_text(text, encoding="utf-8")
        playbook, wrong = read_playbook(path)
        assert (playbook is None) == bool(wrong)
        return [(int(str(each.facts["number"])), str(each.facts["key"]), str(each.facts["right"])) for each in wrong]

    return of


def test_a_good_one(faults: object) -> None:
    assert faults(GOOD) == []  # type: ignore[operator]


@pytest.mark.parametrize(
    ("was", "becomes", "told"),
    [
        ('title = "记下"', "title = '看灯 # 不是注释'", (11, "title", "playbook_title_twice")),
        ('after = ["look"]', 'after = ["luck"]', (12, "after", "playbook_one_of")),
        ('after = ["look"]', "after = 3", (12, "after", "playbook_list")),
        ('after = ["look"]', "after = [3]", (12, "after", "playbook_text")),
        ('when = "dark"', 'where = "dark"', (13, "where", "playbook_field")),
        ('when = "dark"', 'optional = "yes"', (13, "optional", "playbook_yes_or_no")),
        ('title = "记下"', "", (9, "title", "playbook_missing")),
        ('title = "天黑 } ]"', 'title = ""', (3, "title", "playbook_title_form")),
        ("[[steps]]", "[[steps.more]]", None),
    ],
)
def test_a_fault_has_its_line(faults: object, was: str, becomes: str, told: tuple[int, str, str] | None) -> None:
    found = faults(GOOD.replace(was, becomes))  # type: ignore[operator]
    assert found == [told] if told else found


def test_every_fault_is_told_at_once(faults: object) -> None:
    """What is ill-typed hides nothing else, and what only follows from it is not told."""
    text = GOOD.replace('after = ["look"]', 'after = ["luck"]\ndue = 5\nrole = "king"').replace('"天黑 } ]"', "7")
    text = text.replace('key = "note"', 'key = "note"\nlamp = 1').replace(
        'key = "look"', 'evidence = "photo"\nkey = "look"'
    )
    assert faults(text) == [  # type: ignore[operator]
        (3, "title", "playbook_text"),
        (6, "evidence", "playbook_evidence_form"),
        (12, "lamp", "playbook_field"),
        (14, "after", "playbook_one_of"),
        (15, "due", "playbook_text"),
        (16, "role", "playbook_one_of"),
    ]
    assert faults(GOOD.replace('key = "look"', "key = 3")) == [(6, "key", "playbook_text")]  # type: ignore[operator]
    assert faults(GOOD.replace('key = "dark"', "key = 3")) == [(3, "key", "playbook_text")]  # type: ignore[operator]
    assert faults("steps = 3\nfirst = [4]\ntitle = ''") == [  # type: ignore[operator]
        (1, "key", "playbook_missing"), (1, "steps", "playbook_list"), (2, "first", "playbook_text"),
        (3, "title", "playbook_title_form"),
    ]  # fmt: skip


def test_lines_of_inline_tables(faults: object) -> None:
    assert faults(INLINE) == [(8, "due", "playbook_due_form")]  # type: ignore[operator]


@pytest.mark.parametrize(
    "text",
    ["", "steps = 3", "steps = [3]", "steps = [[]]", "[steps]\nkey = 1", "key = 1\ntitle = []\nsteps = {}", "facts = 1",
     "[[steps]]\n[steps.key]\nx = 1", 'key = "a"\n' + '[[steps]]\nkey = "s"\n' * 500],
)  # fmt: skip
def test_what_is_no_playbook(faults: object, text: str) -> None:
    assert faults(text)  # type: ignore[operator]


@pytest.mark.parametrize("text", ["x = [", "[[" * 5000, "a = 1\na = 2", "n = " + "9" * 5000])
def test_what_is_no_toml(faults: object, text: str) -> None:
    with pytest.raises(InputError):
        faults(text)  # type: ignore[operator]


@examples(60, 20_000)
@given(at=st.integers(0, len(GOOD)), cut=st.integers(0, 12), put=st.text(max_size=8))
def test_a_file_somebody_typed_over(tmp_path_factory: pytest.TempPathFactory, at: int, cut: int, put: str) -> None:
    """It is a playbook that is right, or each fault has a line of the file."""
    path = tmp_path_factory.getbasetemp() / "typed.toml"
    text = GOOD[:at] + put + GOOD[at + cut :]
    path.write_text(text, encoding="utf-8", errors="replace", newline="")
    try:
        playbook, wrong = read_playbook(path)
    except InputError:
        return
    assert (playbook is None) == bool(wrong)
    assert playbook is None or problems(playbook) == []
    assert all(1 <= int(str(fault.facts["number"])) <= text.count("\n") + 1 for fault in wrong)


def test_control_characters_do_not_get_in(tmp_path: Path) -> None:
    path = tmp_path / "p.toml"
    path.write_text(GOOD.replace("记下", "记\\u001b]52;\\u202e下"), encoding="utf-8")
    playbook, wrong = read_playbook(path)
    assert playbook is not None, wrong
    assert playbook.steps[1].title == "记]52;下"


def _plain(playbook: Playbook) -> object:
    """Return what a playbook says apart from its words."""
    steps = [step._replace(title="", evidence=step.evidence.partition(":")[0]) for step in playbook.steps]
    answers = [len(asked_by(step).answers) for step in playbook.steps]
    facts = [fact.key for fact in playbook.facts]
    return steps, answers, facts, len(playbook.first), playbook._replace(title="", steps=(), facts=(), first=())


def test_those_that_come_with_the_program() -> None:
    """They are right, and say the same in both languages; there is one for each kind of incident (I5)."""
    zh, en = shipped("zh"), shipped("en")
    assert {*zh} == {*en}
    assert {key for key, each in zh.items() if each.kind == PlaybookKind.INCIDENT} == {
        "fire", "injury", "traffic", "disaster", "power_failure", "equipment", "supply", "epidemic", "delivery",
        "weather",
    }  # fmt: skip
    for key, playbook in zh.items():
        assert problems(playbook) == problems(en[key]) == []
        assert _plain(playbook) == _plain(en[key])
        # A station lists the steps of its people's teams: what is in none, nobody would see.
        assert playbook.kind != PlaybookKind.INCIDENT or all(step.team for step in playbook.steps)


def test_areas_are_called_as_everywhere() -> None:
    for place, language in enumerate(i18n.LANGUAGES):
        assert area_names(language) == {key: names[place] for key, names in shipped_areas().items()}


def test_a_time_of_an_incident_can_be_kept() -> None:
    """Nothing is due before what must be done first: else it would be late when it can be begun."""
    for playbook in shipped("zh").values():
        terms = {step.key: term_of(step.due) for step in playbook.steps}
        for step in playbook.steps:
            term = terms[step.key]
            for key in step.after:
                before = terms[key]
                if term and before and term.since == before.since == SINCE_START:
                    assert term.length >= before.length, (playbook.key, step.key)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_is_written_is_read_again(tmp_path: Path, language: str) -> None:
    for playbook in shipped(language).values():
        hard = playbook._replace(title="'" + '"#\\ ]', facts=(*playbook.facts, Fact("odd", "'''天黑 } ]")))
        path = tmp_path / "p.toml"
        path.write_text(to_toml(hard, "[[steps]]", 'key = "x"'), encoding="utf-8")
        assert read_playbook(path) == (hard, [])
