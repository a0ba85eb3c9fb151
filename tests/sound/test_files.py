"""The sound files are the ones this source makes, short, small, and not alike."""

import wave
from itertools import pairwise
from pathlib import Path

import pytest
import sounds

from frontdesk.domain.escalations.prompts import Urgency
from frontdesk.machine import sound


def loudness_and_turns(path: Path) -> tuple[float, float]:
    """How loud a sound is on average, and how often a second it crosses zero."""
    with wave.open(str(path)) as file:
        samples = memoryview(file.readframes(file.getnframes())).cast("h")
    crossed = sum((a < 0) is not (b < 0) for a, b in pairwise(samples))
    return sum(map(abs, samples)) / len(samples), crossed / len(samples) * sounds.RATE


def test_each_urgency_has_its_file_and_there_is_no_other() -> None:
    assert {path.name for path in sound.SOUNDS.iterdir()} == {f"{urgency}.wav" for urgency in Urgency}
    assert {urgency.value for urgency in Urgency} == set(sounds.ALL)


@pytest.mark.parametrize("urgency", Urgency)
def test_a_file_is_what_the_source_makes(urgency: Urgency) -> None:
    written = (sound.SOUNDS / f"{urgency}.wav").read_bytes()
    assert written == sounds.ALL[urgency](), "run tests/support/sounds.py"
    assert len(written) < 16_000


@pytest.mark.parametrize("urgency", Urgency)
def test_a_sound_is_short(urgency: Urgency) -> None:
    with wave.open(str(sound.SOUNDS / f"{urgency}.wav")) as file:
        assert (file.getnchannels(), file.getframerate()) == (1, sounds.RATE)
        assert 0.3 < file.getnframes() / file.getframerate() <= 0.7


def test_an_alarm_is_louder_and_higher_than_a_notice() -> None:
    notice, alarm, emergency = (loudness_and_turns(sound.SOUNDS / f"{urgency}.wav") for urgency in Urgency)
    assert alarm[0] > 2 * notice[0]
    assert alarm[1] > 1.4 * notice[1]
    assert emergency[0] > alarm[0]
