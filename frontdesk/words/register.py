"""The register in words: what areas and teams are called, and what a team does."""

from frontdesk.domain.people.staff import Person
from frontdesk.domain.register.areas import OUTSIDE, Area
from frontdesk.domain.register.teams import Team
from frontdesk.words.every_language import in_every_language
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.vocabulary.register import DUTIES


def area_word(key: str, name: str = "") -> str:
    """Return what an area is called: by the store's own name, else as shipped; one that nobody knows by its key."""
    if name:
        return name
    if key == OUTSIDE:
        return _("off the premises")
    return word(Area(key)) if key in set(Area) else key


def team_word(key: str, name: str = "") -> str:
    """Return what a team is called."""
    return name or (word(Team(key)) if key in set(Team) else key)


def team_duty(key: Team, duty: str = "") -> str:
    """Return what a team does, in a sentence."""
    return duty or _(DUTIES[key])


def member_line(person: Person, place: int) -> str:
    """Return who is in a team, and as what: the first leads it, the second stands in."""
    said = (_("leads"), _("stands in"))[place] if place < 2 else ""
    return "  ".join(filter(None, (person.name, word(person.post), person.phone, said)))


def shipped_areas() -> dict[str, tuple[str, ...]]:
    """Return what the shipped areas are called in every language."""
    names = in_every_language(lambda: [word(area) for area in Area])
    return {area.value: tuple(said) for area, *said in zip(Area, *names, strict=True)}
