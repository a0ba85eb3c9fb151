"""Everything that is said is said in Chinese too, and the committed catalogues are those of this source."""

import importlib
import pkgutil
import re
from collections import Counter
from collections.abc import Callable, Iterator
from enum import Enum
from pathlib import Path
from string import Formatter

import pytest
from babel.messages import mofile, pofile
from babel.messages.catalog import Catalog
from babel.messages.frontend import CommandLineInterface
from rich.cells import cell_len

from frontdesk import domain
from frontdesk.domain.cases.events import CaseEvent
from frontdesk.domain.cases.steps import CaseStep
from frontdesk.domain.escalations.events import EscalationEvent
from frontdesk.domain.journal.events import EVENTS, KINDS
from frontdesk.domain.penalties.events import PenaltyEvent
from frontdesk.domain.penalties.terms import Act
from frontdesk.domain.values.event import Event
from frontdesk.words import i18n, lookup
from screens.cases.next_steps import STEP_KEYS
from screens.stations.keys import DEMO_KEYS, KEYS

ROOT = Path(__file__).parents[2]
POT = i18n.LOCALES / "frontdesk.pot"
CHINESE = i18n.LOCALES / "zh" / "LC_MESSAGES" / "frontdesk"
LABEL_CELLS = 8
"""Four Chinese characters: what a key has room for on a kiosk of 80 columns."""

lookup.load_all()
KINDS_SHOWN: dict[type[Enum], None] = dict.fromkeys(kind for kind, _ in lookup.WORDS)
SHOWN = [member for kind in KINDS_SHOWN for member in kind if member.value]
"""Every value of each kind that has words at all."""


def read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return pofile.read_po(file, "zh", "frontdesk")


def texts(catalog: Catalog) -> dict[str, str]:
    return {str(message.id): str(message.string) for message in catalog if message.id}


PAIRS = texts(read(CHINESE.with_suffix(".po")))


@pytest.fixture
def speak(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    monkeypatch.setenv("LANGUAGE", "en")  # put back at the end: `use` changes it
    yield i18n.use
    i18n.use("en")


def test_an_escalation_is_the_same_word_everywhere_in_chinese() -> None:
    assert {english for english in PAIRS if "scalation" in english and "升级" in PAIRS[english]} == set()
    assert "预警" in PAIRS["escalation"]


def test_the_template_is_what_the_source_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.syspath_prepend(ROOT)
    new = tmp_path / "frontdesk.pot"
    how = (
        "pybabel -q extract -F frontdesk/words/locales/babel.cfg --no-default-keywords -k _ -k N_ --omit-header"
        f" --no-location --sort-output --no-wrap -o {new} frontdesk screens"
    )
    CommandLineInterface().run(how.split())  # type: ignore[no-untyped-call]
    assert texts(read(new)).keys() == texts(read(POT)).keys(), "bring it up to date as babel.cfg says"


def test_the_chinese_catalogue_has_every_message_and_no_other() -> None:
    assert PAIRS.keys() == texts(read(POT)).keys()
    assert not [message.id for message in read(CHINESE.with_suffix(".po")) if message.fuzzy]
    assert not [english for english, chinese in PAIRS.items() if not chinese.strip()]


def test_the_compiled_catalogue_is_the_written_one() -> None:
    with CHINESE.with_suffix(".mo").open("rb") as file:
        assert texts(mofile.read_mo(file)) == PAIRS


def placeholders(text: str) -> Counter[str]:
    found = Counter(re.findall(r"%(?:\(\w+\))?[a-z]", text))
    return found if found else Counter(name for _, name, _, _ in Formatter().parse(text) if name is not None)


def test_placeholders_agree() -> None:
    others = {english: chinese for english, chinese in PAIRS.items() if placeholders(chinese) != placeholders(english)}
    assert others == {}


def test_punctuation_is_chinese() -> None:
    western = re.compile(r"[\u4e00-\u9fff}][,;:!?]|[\u4e00-\u9fff]\.(?!\w)|[(][\u4e00-\u9fff]")
    assert [chinese for chinese in PAIRS.values() if western.search(chinese)] == []


def is_chinese(text: str) -> bool:
    return bool(re.search(r"[\u4e00-\u9fff]", text))


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_every_value_that_is_shown_has_a_word(speak: Callable[[str], None], language: str) -> None:
    speak(language)
    assert [member for member in SHOWN if is_chinese(lookup.word(member)) is not (language == "zh")] == []


OWN = {EscalationEvent.EVALUATE}
"""What the program notes by itself is shown nowhere."""


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_every_event_has_a_word(speak: Callable[[str], None], language: str) -> None:
    speak(language)
    said = {event: lookup.event_word(event) for event in {*EVENTS.values()} - OWN}
    assert [event for event, word in said.items() if is_chinese(word) is not (language == "zh")] == []
    assert lookup.EVENTS.keys() == EVENTS.keys() - OWN


def test_every_event_is_known() -> None:
    """Each concern's events are joined, no two share a text, and mypy sees to it that commands write no others."""
    for module in pkgutil.walk_packages(domain.__path__, "frontdesk.domain."):
        importlib.import_module(module.name)
    assert set(Event.__subclasses__()) == set(KINDS)
    assert len(EVENTS) == sum(len(kind) for kind in KINDS)
    assert {step.value for step in CaseStep} <= {event.value for event in CaseEvent}
    assert {f"penalty_{act}" for act in Act} == set(PenaltyEvent)


def test_a_label_fits_its_key(speak: Callable[[str], None]) -> None:
    speak("zh")
    assert [key.key for key in (*KEYS, *DEMO_KEYS) if not 0 < cell_len(i18n._(key.label)) <= LABEL_CELLS] == []


def test_a_step_fits_its_key(speak: Callable[[str], None]) -> None:
    speak("zh")
    labels = [label for _key, label in STEP_KEYS.values()]
    assert [label for label in labels if not 0 < cell_len(i18n._(label)) <= LABEL_CELLS + 2] == []
