"""Every reason of every concern has a sentence in every language, and a code of its own."""

import importlib
import pkgutil
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import frontdesk.domain
from frontdesk.domain.calendar.reasons import CalendarReason
from frontdesk.domain.cases.reasons import CaseReason
from frontdesk.domain.people.reasons import PeopleReason
from frontdesk.domain.values.errors import Detail, FrontdeskError, InputError, Reason, Refused
from frontdesk.domain.values.reasons import ValueReason
from frontdesk.domain.zone.reasons import ZoneReason
from frontdesk.files import toml_file
from frontdesk.words import i18n
from frontdesk.words.refusals.sentence import sentence, why
from frontdesk.words.refusals.table import CONCERNS, DETAILS, SENTENCES, WHY

Speak = Callable[[str], None]

for module in pkgutil.walk_packages(frontdesk.domain.__path__, "frontdesk.domain."):
    importlib.import_module(module.name)

# Also a member that is an alias, because another of its enum has the same code.
REASONS: list[Reason] = [reason for concern in Reason.__subclasses__() for reason in concern.__members__.values()]
PARTS: list[Detail] = [detail for concern in Detail.__subclasses__() for detail in concern.__members__.values()]


@pytest.fixture
def speak(monkeypatch: pytest.MonkeyPatch) -> Iterator[Speak]:
    monkeypatch.setenv("LANGUAGE", "en")  # put back at the end: `use` changes it
    yield i18n.use
    i18n.use("en")


def is_chinese(said: str) -> bool:
    return bool(re.search(r"[\u4e00-\u9fff]", said))


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_every_reason_has_a_sentence(speak: Speak, language: str) -> None:
    speak(language)
    said = {reason: sentence(FrontdeskError(reason)) for reason in REASONS}
    assert [reason for reason, text in said.items() if not text or is_chinese(text) is not (language == "zh")] == []


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_every_detail_has_words(speak: Speak, language: str) -> None:
    speak(language)
    said = {part: sentence(FrontdeskError(ZoneReason.UNKNOWN_PLACE, text=part, places="")) for part in PARTS}
    words = {part: text.partition("“")[2].partition("”")[0] for part, text in said.items()}
    assert [part for part, text in words.items() if "_" in text or is_chinese(text) is not (language == "zh")] == []


def test_no_two_reasons_share_a_code() -> None:
    """Scripts tell reasons apart by their codes, and so do the tables: two equal members would be one key."""
    assert {code: count for code, count in Counter(map(str, REASONS)).items() if count > 1} == {}
    assert {code: count for code, count in Counter(map(str, PARTS)).items() if count > 1} == {}


def test_each_sentence_stands_with_one_concern_only() -> None:
    """Of two sentences for one reason the later would be said, whichever that is."""
    assert sum(len(each.sentences) for each in CONCERNS) == len(SENTENCES) == len(REASONS)
    assert sum(len(each.why) for each in CONCERNS) == len(WHY)
    assert sum(len(each.details) for each in CONCERNS) == len(DETAILS) == len(PARTS)


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_why_is_said_in_every_language(speak: Speak, language: str) -> None:
    speak(language)
    assert [reason for reason in WHY if is_chinese(why(reason)) is not (language == "zh")] == []


def test_what_is_wrong_with_a_file_is_said_in_the_language_of_whoever_reads_it(speak: Speak, tmp_path: Path) -> None:
    """The language may be known only after the file was read: it stands in the settings."""
    path = tmp_path / "settings.toml"
    path.write_text('by = "a"\nby = "b"\n', encoding="utf-8")
    speak("zh")
    with pytest.raises(InputError) as refused:
        toml_file.read_toml(path)
    speak("en")
    right = 'line 2, “by = "b"”, says something a second time; right would be once'
    assert sentence(refused.value) == f"{path} is not readable as TOML: {right}"
    speak("zh")
    assert "第 2 行" in sentence(refused.value)


def test_a_file_s_own_braces_are_no_facts(speak: Speak, tmp_path: Path) -> None:
    path = tmp_path / "policy.toml"
    path.write_text("{file} {line}\n", encoding="utf-8")
    speak("en")
    with pytest.raises(InputError) as refused:
        toml_file.read_toml(path)
    assert "line 1, “{file} {line}”; right" in sentence(refused.value)


def test_what_was_typed_leaves_room_for_what_would_be_right(speak: Speak) -> None:
    speak("zh")
    told = sentence(Refused(ValueReason.PLATE_TOO_LONG, text="苏" * 300, count=300, right=8))
    assert "苏" * 19 + "…”" in told
    assert "苏" * 20 not in told
    assert "300" in told


@pytest.mark.parametrize(
    ("refused", "said"),
    [
        (Refused(PeopleReason.UNKNOWN_PERSON, name=""), "Who? Type the name"),
        (Refused(PeopleReason.UNKNOWN_PERSON, name="王芳"), "王芳 is not on the staff list."),
        (Refused(CalendarReason.UNREADABLE_DATE, text=""), "When? "),
        (Refused(CalendarReason.UNREADABLE_DATE, text="soon"), "“soon” is not a day."),
        (Refused(CalendarReason.BAD_MONTH, text=""), "Which month? "),
        (Refused(CalendarReason.BAD_MONTH, text="13"), "“13” is not a month."),
    ],
)
def test_what_was_left_empty_is_asked_for(speak: Speak, refused: Refused, said: str) -> None:
    speak("en")
    assert said in sentence(refused)


@pytest.mark.parametrize("language", i18n.LANGUAGES)
@pytest.mark.parametrize(
    ("reason", "options"),
    [
        (CaseReason.DATE_MISSING, {"--until"}),
        (CaseReason.BAD_SATISFACTION, {"--satisfaction"}),
        (CaseReason.QUALITY_INCOMPLETE, {"--investigation", "--analysis", "--measure"}),
        (CaseReason.ONSITE_INCOMPLETE, {"--remedy", "--people"}),
        (CaseReason.ONSITE_UNSAID, {"--understood", "--content"}),
        (CaseReason.LEGAL_INCOMPLETE, {"--reference", "--until"}),
    ],
)
def test_a_typed_step_is_told_the_options_it_lacks(
    speak: Speak, language: str, reason: Reason, options: set[str]
) -> None:
    speak(language)
    assert set(re.findall("--[a-z]+", sentence(Refused(reason), typed=True))) == options
    assert "--" not in sentence(Refused(reason))
