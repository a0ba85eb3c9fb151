"""Everything that is said is said in Chinese too, and the committed catalogues are those of this source."""

import importlib
import pkgutil
import re
from collections import Counter
from pathlib import Path
from string import Formatter

import pytest
from babel.messages import mofile, pofile
from babel.messages.catalog import Catalog
from babel.messages.frontend import CommandLineInterface
from rich.cells import cell_len

from frontdesk import domain
from frontdesk.domain.cases.case import AtQuality, Channel, ComplaintKind, Form, Nature, ReportedTo, Severity, Stage
from frontdesk.domain.cases.clocks import ClockName
from frontdesk.domain.cases.events import CaseEvent
from frontdesk.domain.cases.severity_cues import Cue
from frontdesk.domain.cases.steps import Obstacle, Step
from frontdesk.domain.cases.table_columns import Column
from frontdesk.domain.escalations.escalation import Action, Kind, Outcome, State
from frontdesk.domain.escalations.events import EscalationEvent
from frontdesk.domain.journal.events import EVENTS, KINDS
from frontdesk.domain.penalties.events import PenaltyEvent
from frontdesk.domain.penalties.penalty import Act, PenaltyState
from frontdesk.domain.people.staff import Post
from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.event import Event
from frontdesk.domain.zone.cars import Purpose
from frontdesk.domain.zone.places import PlaceKind
from frontdesk.words import i18n, lookup
from screens.cases.case_page import STEP_KEYS
from screens.stations.keys import DEMO_KEYS, KEYS

ROOT = Path(__file__).parents[2]
POT = i18n.LOCALES / "frontdesk.pot"
CHINESE = i18n.LOCALES / "zh" / "LC_MESSAGES" / "frontdesk"
LABEL_CELLS = 8
"""Four Chinese characters: what a key has room for on a kiosk of 80 columns."""

SHOWN = [
    member
    for kind in (
        StationKind, Post, PlaceKind, Purpose, Kind, State, Outcome, Action,
        Channel, ComplaintKind, Severity, Stage, Step, ClockName, Nature, Form, Obstacle, Cue, ReportedTo, AtQuality,
        Column, PenaltyState, Act,
    )
    for member in kind
    if member.value
]  # fmt: skip


def read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return pofile.read_po(file, "zh", "frontdesk")


def texts(catalog: Catalog) -> dict[str, str]:
    return {str(message.id): str(message.string) for message in catalog if message.id}


PAIRS = texts(read(CHINESE.with_suffix(".po")))


@pytest.fixture
def speak(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("LANGUAGE", "en")  # put back at the end: `use` changes it
    yield i18n.use
    i18n.use("en")


def test_the_template_is_what_the_source_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.syspath_prepend(ROOT)
    new = tmp_path / "frontdesk.pot"
    how = (
        "pybabel -q extract -F frontdesk/words/locales/babel.cfg --no-default-keywords -k _ -k N_ --omit-header"
        f" --no-location --sort-output --no-wrap -o {new} frontdesk screens"
    )
    CommandLineInterface().run(how.split())
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


@pytest.mark.parametrize("english", PAIRS)
def test_placeholders_agree(english: str) -> None:
    assert placeholders(PAIRS[english]) == placeholders(english)


@pytest.mark.parametrize("english", PAIRS)
def test_punctuation_is_chinese(english: str) -> None:
    assert not re.search(r"[\u4e00-\u9fff}][,;:!?]|[\u4e00-\u9fff]\.(?!\w)|[(][\u4e00-\u9fff]", PAIRS[english])


@pytest.mark.parametrize("language", i18n.LANGUAGES)
@pytest.mark.parametrize("member", SHOWN, ids=str)
def test_every_value_that_is_shown_has_a_word(speak, member: object, language: str) -> None:
    speak(language)
    assert bool(re.search(r"[\u4e00-\u9fff]", lookup.word(member))) is (language == "zh")


OWN = {EscalationEvent.EVALUATE}
"""What the program notes by itself is shown nowhere."""


@pytest.mark.parametrize("language", i18n.LANGUAGES)
@pytest.mark.parametrize("event", sorted({*EVENTS.values()} - OWN))
def test_every_event_has_a_word(speak, event: Event, language: str) -> None:
    speak(language)
    assert lookup.EVENTS.keys() == EVENTS.keys() - OWN
    assert bool(re.search(r"[\u4e00-\u9fff]", lookup.event_word(event))) is (language == "zh")


def test_every_event_is_known() -> None:
    """Each concern's events are joined, no two share a text, and mypy sees to it that commands write no others."""
    for module in pkgutil.walk_packages(domain.__path__, "frontdesk.domain."):
        importlib.import_module(module.name)
    assert set(Event.__subclasses__()) == set(KINDS)
    assert len(EVENTS) == sum(len(kind) for kind in KINDS)
    assert all(CaseEvent(step) == step for step in Step)
    assert {f"penalty_{act}" for act in Act} == set(PenaltyEvent)


@pytest.mark.parametrize("key", [*KEYS, *DEMO_KEYS], ids=lambda key: key.key)
def test_a_label_fits_its_key(speak, key) -> None:
    speak("zh")
    assert 0 < cell_len(i18n._(key.label)) <= LABEL_CELLS


@pytest.mark.parametrize("label", [label for _key, label in STEP_KEYS.values()])
def test_a_step_fits_its_key(speak, label: str) -> None:
    speak("zh")
    assert 0 < cell_len(i18n._(label)) <= LABEL_CELLS + 2
