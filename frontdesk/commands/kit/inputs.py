"""Finds the car, the place, the time or the choice that a typed text means."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from frontdesk.domain.picture.snapshot import Snapshot
from frontdesk.domain.values.errors import Reason, Refused
from frontdesk.domain.values.plates import (
    Plate,
    completed,
    fragment,
    is_read_whole,
    is_usual,
    parse_plate,
    rank,
    whole_plate,
)
from frontdesk.domain.values.reasons import ValueReason
from frontdesk.domain.values.text import clean_code, folded
from frontdesk.domain.zone.floor import Floor
from frontdesk.domain.zone.places import PlaceKind
from frontdesk.domain.zone.reasons import ZoneReason
from frontdesk.words import i18n
from frontdesk.words.every_language import in_every_language
from frontdesk.words.lookup import word
from frontdesk.words.zone import place_name

Choice = TypeVar("Choice", bound=str)


def read_car(snapshot: Snapshot, text: str) -> Plate:
    """Return the plate of a car that is here, from its plate or a part that matches no other car here.

    What fits nothing is returned as a plate, so that the desk can say since when that car is gone.
    Raises `Refused`: NO_PLATE, PLATE_UNREAD, AMBIGUOUS_PLATE.
    """
    typed = fragment(text)
    here = [car.plate for car in snapshot.floor.cars]
    if typed in here and (is_read_whole(text) or text == typed):
        return Plate(typed)
    plate = whole_plate(text, snapshot.policy.province)
    # One that an older version kept with O for 0 is the same car.
    known = next((each for each in here if completed(each) == plate), None)
    if known is not None:
        return known
    fitting = [known for known in here if rank(known, typed) >= 0]
    if len(fitting) > 1:
        raise Refused(
            ZoneReason.AMBIGUOUS_PLATE,
            text=typed,
            plates=tuple(car for car in snapshot.floor.cars if car.plate in fitting),
        )
    return fitting[0] if fitting else plate


def read_car_or_stranger(snapshot: Snapshot, text: str) -> Plate:
    """Return a plate as `read_car` does; a whole plate means that car and no other, here or not."""
    plate = parse_plate(text, snapshot.policy.province)
    return plate if is_usual(plate) else read_car(snapshot, text)


def read_place(floor: Floor, text: str) -> str:
    """Return a place's key, from the key, a bay's number, or its name on the screens in either language.

    Raises `Refused(UNKNOWN_PLACE)`.
    """
    typed = folded(text)
    for key, name in _names(floor):
        if folded(name) == typed:
            return key
    raise Refused(ZoneReason.UNKNOWN_PLACE, text=clean_code(text), places=floor.places)


def read_choice(
    choices: Iterable[Choice],
    text: str,
    reason: Reason = ValueReason.UNKNOWN_CHOICE,
    *,
    partly: bool = False,
    also: Callable[[Choice], Iterable[str]] = lambda choice: (),
) -> Choice:
    """Return one of a few choices, from its key or its word in either language. Raises `Refused(reason)`.

    `partly`: two characters of the word are enough where they fit no other choice. `also`: what else it is called.
    """
    typed = folded(text)
    listed = tuple(choices)
    for choice in listed:
        if typed == folded(str(choice)):
            return choice
    said = in_every_language(lambda: [word(choice) for choice in listed])
    names = [
        {folded(name) for name in (str(choice), *words, *also(choice))}
        for choice, *words in zip(listed, *said, strict=True)
    ]
    fitting = [choice for choice, called in zip(listed, names, strict=True) if typed in called]
    if partly and not fitting and len(typed) > 1:
        fitting = [
            choice for choice, called in zip(listed, names, strict=True) if any(typed in name for name in called)
        ]
    if len(fitting) != 1:
        raise Refused(reason, text=clean_code(text), choices=tuple(map(_with_word, listed)))
    return fitting[0]


def _with_word(choice: str) -> str:
    """Return a choice as it may be typed: its key, and its word where the keys are in another language."""
    return str(choice) if i18n.language() == "en" else f"{choice} {word(choice)}"


def _names(floor: Floor) -> Iterator[tuple[str, str]]:
    bays = floor.of_kind(PlaceKind.BAY)
    yield from ((place.key, place.key) for place in floor.places)
    yield from ((place.key, place.name) for place in bays)
    yield from ((place.key, str(number)) for number, place in enumerate(bays, 1))
    for names in in_every_language(lambda: [place_name(place) for place in floor.places]):
        yield from ((place.key, name) for place, name in zip(floor.places, names, strict=True))
