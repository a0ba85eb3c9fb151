"""Colours that can be read in both themes, with sixteen colours and with none; a chosen theme is remembered."""

import pytest
from textual.color import Color

from frontdesk.app.remembering import RemembersTheme
from frontdesk.app.themes import THEMES
from frontdesk.machine import settings
from screens.kit.choices import Choice
from screens.kit.palettes import DARK, LIGHT, PALETTES
from screens.kit.spans import TONES

READ_FIRST = ("prompt", "head")
BANDS = ("prompt", "task", "chosen")
GROUNDS = ("page", "raised", "focus")


def luminance(color: Color) -> float:
    parts = [c / 255 for c in color.rgb]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: Color, other: Color) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_every_colour_can_be_read_on_every_ground_it_stands_on(theme):
    colours = {name: Color.parse(colour) for name, colour in theme.variables.items()}
    for name, colour in colours.items():
        kind, _, tone = name.partition("-")
        if kind == "ink":
            for ground in (tone,) if tone in BANDS else GROUNDS:
                found = contrast(colour, colours[f"ground-{ground}"])
                assert found >= (7 if tone in READ_FIRST or tone == "task" else 4.5), (name, ground, found)


async def colours_of(at_station, theme):
    async with at_station("manager") as person:
        person.app.theme = theme
        await person.pilot.pause()
        return person.screen.query_one("Board")._inks()[1]


@pytest.mark.parametrize("theme", [DARK, LIGHT])
async def test_a_colour_means_one_thing(at_station, theme, monkeypatch):
    monkeypatch.setenv("COLORTERM", "truecolor")
    found = await colours_of(at_station, theme)
    inks = {tone: found[tone].color for tone in ("plain", "head", "dim", "key", "ok", "warn", "over")}
    assert len(set(inks.values())) == len(inks)
    assert {tone for tone in TONES if found[tone].bgcolor} == set(BANDS)


@pytest.mark.parametrize("few", [{"NO_COLOR": "1", "COLORTERM": "truecolor"}, {"TERM": "xterm", "COLORTERM": ""}])
async def test_with_few_colours_bold_and_reverse_tell_what_is_over_from_what_is_not(at_station, few, monkeypatch):
    for name, value in few.items():
        monkeypatch.setenv(name, value)
    found = await colours_of(at_station, DARK)
    marks = {tone: (bool(s.bold), bool(s.reverse), bool(s.underline)) for tone, s in found.items()}
    for loud in ("over", "prompt"):
        assert marks[loud][:2] == (True, True)
    assert len({marks[tone] for tone in ("plain", "warn", "over", "task", "chosen")}) == 5


async def test_the_palette_switches_the_theme_and_the_machine_remembers(at_station, tmp_path, monkeypatch):
    file = tmp_path / "settings.toml"
    file.write_text('station = "manager"\n"theme" = "dark"\n# ours\n')
    monkeypatch.setenv("FRONTDESK_CONFIG", str(file))
    async with at_station("manager", listeners=(RemembersTheme(),)) as person:
        await person.press("ctrl+p")
        await person.dialog("Palette")
        await person.press(*"light")
        await person.reads("light / dark")
        await person.press("enter")
        await person.until(lambda: person.app.theme == LIGHT)
        await person.until(lambda: settings.load({"FRONTDESK_CONFIG": str(file)}).theme == "light")
    assert file.read_text() == 'theme = "light"\nstation = "manager"\n# ours\n'


async def test_a_choice_stands_out_where_the_keys_go(at_station):
    async with at_station("manager") as person:
        await person.press("ctrl+n")
        await person.dialog("NewCaseForm")
        one, other, *_rest = person.app.screen.query(Choice)
        for focused, quiet in ((one, other), (other, one)):
            focused.focus()
            await person.until(lambda focused=focused: "chosen" in tones_of(focused))
            await person.until(lambda quiet=quiet: "chosen" not in tones_of(quiet))
            assert "head" in tones_of(quiet)


def tones_of(widget):
    return {span.tone for line in widget.build(widget.size.width) for span in line}


async def test_the_palette_stays_where_it_is_and_shows_what_is_marked(at_station):
    async with at_station("manager", size=(60, 18)) as person:
        await person.press("ctrl+p")
        await person.dialog("Palette")
        place = person.app.screen.query_one("Input").region
        await person.press(*["down"] * 25)
        menu = person.app.screen.query_one("Menu")
        assert menu.index == 25
        await person.until(lambda: 0 <= menu.index - menu.parent.scroll_offset.y < menu.parent.size.height)
        await person.press(*"light")
        await person.reads("light / dark")
        assert person.app.screen.query_one("Input").region == place


async def test_a_second_that_passes_while_the_theme_changes_leaves_no_line_in_the_old_colours(at_station, arrive):
    arrive("苏A12345")
    async with at_station("guard") as guard:
        await guard.reads("苏A·12345")
        guard.app.theme = LIGHT
        guard.app.refresh_css(animate=False)
        await guard.later(1000)
        inks = set(PALETTES["light"].ink.values())
        strips = guard.screen.query_one("Board")._strips
        assert {segment.style.color.name for strip in strips for segment in strip if segment.text.strip()} <= inks
