"""The three sounds of frontdesk/sounds, computed: run as a program, this writes the files anew.

All are 11,025 samples a second, mono, 16 bits, and shorter than 0.7 s.
"""

import io
import math
import struct
import sys
import wave
from collections.abc import Iterable
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[2] / "frontdesk" / "machine" / "sounds"
RATE = 11_025
_FADE_S = 0.008
"""A tone that starts or stops at once clicks."""


def notice() -> bytes:
    """A cuckoo's two notes, soft, each dying away."""
    return _wav([*_tone(784, 0.24, 0.5, _second), *_tone(659, 0.4, 0.5, _second)])


def alarm() -> bytes:
    """Three times two short, loud, hard tones, the second higher."""
    pair = [*_tone(1047, 0.08, 0.85, _third, dies=False), *_tone(1397, 0.1, 0.85, _third, dies=False)]
    pause = [0.0] * round(0.04 * RATE)
    return _wav([*pair, *pause, *pair, *pause, *pair])


def emergency() -> bytes:
    """A siren: three times up from a deep tone to a high one, as loud as it can be."""
    return _wav([sample for _ in range(3) for sample in _rising(620, 1240, 0.22, 0.98)])


def _rising(low: float, high: float, seconds: float, loudness: float) -> Iterable[float]:
    turn = 0.0
    for at in range(round(seconds * RATE)):
        now = at / RATE
        turn += 2 * math.pi * (low + (high - low) * now / seconds) / RATE
        edge = min(1.0, now / _FADE_S, (seconds - now) / _FADE_S)
        yield loudness * edge * _third(turn)


def _second(turn: float) -> float:
    return (math.sin(turn) + 0.2 * math.sin(2 * turn)) / 1.2


def _third(turn: float) -> float:
    return (math.sin(turn) + 0.5 * math.sin(3 * turn)) / 1.5


def _tone(pitch: float, seconds: float, loudness: float, timbre: Any, *, dies: bool = True) -> Iterable[float]:
    for at in range(round(seconds * RATE)):
        now = at / RATE
        edge = min(1.0, now / _FADE_S, (seconds - now) / _FADE_S)
        yield loudness * edge * ((1 - now / seconds) ** 2 if dies else 1.0) * timbre(2 * math.pi * pitch * now)


def _wav(samples: Iterable[float]) -> bytes:
    whole = [round(32_767 * sample) for sample in samples]
    file = io.BytesIO()
    with wave.open(file, "wb") as writer:
        writer.setnchannels(1)
        writer.setsampwidth(2)
        writer.setframerate(RATE)
        writer.writeframes(struct.pack(f"<{len(whole)}h", *whole))
    return file.getvalue()


ALL = {"notice": notice, "alarm": alarm, "emergency": emergency}

if __name__ == "__main__":
    for name, made in ALL.items():
        size = (FOLDER / f"{name}.wav").write_bytes(made())
        print(f"{name}.wav: {size} bytes", file=sys.stderr)
