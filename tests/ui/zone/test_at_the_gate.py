"""In a hurry at the gate: what was refused gives way, and a key acts on the highlighted car or asks."""

import pytest

from frontdesk.desk import zone

IGNORES_KEYS_FOR = 700


@pytest.fixture
def known(arrive, staffed):
    """Cars that were here before."""

    def let(*plates):
        for plate in plates:
            arrive(plate)
            zone.leave(staffed, plate)

    return let


async def test_a_refused_plate_gives_way_to_the_next_one(at_station):
    async with at_station("guard") as guard:
        guard.burst("ac5d6e9", "f2", "sn33p2", "f2", "bd12346", "f2", "bad1234", "f2")
        await guard.cars("苏SN33P2", "苏BD12346", "苏BAD1234")


@pytest.mark.parametrize("typed", ["a12345b23456", "abcdefghi"])
async def test_what_is_too_long_for_a_plate_is_refused_at_once(at_station, desk, typed):
    async with at_station("guard") as guard:
        await guard.press(*typed)
        await guard.until(lambda: "no plate has more than 8" in guard.show("Candidates"))
        for key in ("f2", "f5", "f4"):
            await guard.press(key)
            await guard.until(lambda: "no plate has more than 8" in guard.show("Feedback"))
        await guard.press(*"b12345", "f2")
        await guard.cars("苏B12345")


@pytest.mark.parametrize("key", ["f2", "f5"])
@pytest.mark.parametrize("typed", ["zz9", "52M19", "12"])
async def test_a_plate_that_is_incomplete_is_kept_with_enter_only(at_station, desk, key, typed):
    async with at_station("guard") as guard:
        guard.burst(typed, key, key, "enter")
        await guard.reads("is too short for a plate", "Enter")
        for _time in range(2):
            await guard.later(IGNORES_KEYS_FOR)
            await guard.press(key)
        assert desk.snapshot().recent == () or desk.snapshot().recent[0].kind not in {"arrive", "turn_away"}
        await guard.press("enter")
        await guard.until(lambda: guard.entry == "")
        assert desk.snapshot().recent[0].plate == typed.upper()


async def test_the_hint_and_the_refusal_say_the_same_in_the_same_words(at_station):
    """Of every length, with a province and without, with the letter of its city and without."""
    typed = [head + "1234567890"[: length - len(head)] for head in ("", "B", "苏", "苏B") for length in range(1, 11)]
    async with at_station("guard", size=(120, 40)) as guard:
        for text in dict.fromkeys(each for each in [*typed, "B1?345", "BAD1234Q", "苏1234567"] if each):
            guard.screen.query_one("#plate").value = text
            await guard.until(lambda text=text: guard.screen.query_one("Candidates").typed == text)
            hint = " ".join(guard.show("Candidates").split())
            if hint.endswith("new car: F2 to check in"):
                continue
            guard.clock.at += IGNORES_KEYS_FOR
            await guard.pilot.press("f2")
            said = " ".join((await guard.until(lambda: guard.show("Feedback").strip())).split())
            known, _sep, does = hint.removesuffix("F2 asks about it first.").partition(". ")
            assert known.strip(" .") in said.removeprefix("✗ "), (text, hint, said)
            assert does.strip() in said, (text, hint, said)
            assert ("F2 asks" in hint) is ("to keep it" in said), (text, hint, said)
            await guard.press("escape")


async def test_enter_before_the_question_was_read_is_answered(at_station, desk):
    async with at_station("guard") as guard:
        await guard.press(*"zz9", "f2")
        await guard.reads("is too short for a plate")
        await guard.later(600)
        await guard.press("enter")
        await guard.reads("Read it first, then press the key again.", "is too short for a plate")
        assert not desk.snapshot().floor.cars


@pytest.mark.parametrize(("after", "kept"), [(50, False), (699, False), (700, True)])
async def test_an_unusual_plate_is_confirmed_only_when_it_was_read(at_station, desk, after, kept):
    async with at_station("guard") as guard:
        await guard.press(*"ac5d6e9", "f2")
        await guard.reads("does not look like a plate")
        await guard.later(after)
        await guard.pilot.press("f2")
        assert bool(desk.snapshot().floor.cars) is kept


@pytest.mark.parametrize("key", ["f2", "f5"])
@pytest.mark.parametrize("typed", ["?b22222", "沪b?2345", "苏a1234*"])
async def test_a_plate_of_which_a_character_was_not_read_is_kept_with_no_key(at_station, known, desk, key, typed):
    known("沪B23456")
    before = desk.snapshot().recent[0]
    async with at_station("guard") as guard:
        guard.screen.query_one("#plate").value = typed
        for pressed in (key, key, "enter"):
            await guard.press(pressed)
            await guard.reads(f"In “{typed}” a character was not read. Look again")
            await guard.later(IGNORES_KEYS_FOR)
        assert desk.snapshot().recent[0] == before
        await guard.press(*"b12345", "f2")
        await guard.cars("苏B12345")


async def test_a_key_acts_on_the_highlighted_car_or_asks(at_station, arrive, known):
    known("苏D88888", "苏A88G66")
    arrive("苏A88F66")
    async with at_station("guard") as guard:
        await guard.press(*"88", "f2")
        await guard.reads("3 fit, and none is chosen")
        # Who is on site cannot arrive, and beginnings come before middles.
        shown = guard.show("Candidates")
        assert sorted(("苏A·88F66", "苏D·88888", "苏A·88G66"), key=shown.index)[-1] == "苏A·88F66"
        await guard.cars("苏A88F66")
        await guard.press("down", "f2")
        await guard.until(lambda: guard.entry == "")
        assert len(guard.app.snapshot.floor.cars) == 2
        await guard.press(*"88f", "f4")
        await guard.says_why()
        await guard.until(lambda: guard.entry == "")
        assert not guard.app.snapshot.floor.find("苏A88F66")


async def test_a_part_that_fits_a_car_here_never_admits_another(at_station, arrive, known):
    known("WJ苏12345")
    arrive("苏A12345")
    async with at_station("guard") as guard:
        await guard.press(*"12345", "f2")
        await guard.reads("2 fit")
        await guard.cars("苏A12345")


async def test_two_plates_pasted_at_once_are_not_one(at_station, desk):
    async with at_station("guard") as guard:
        await guard.paste("F67890\nG78901")
        assert guard.entry == "F67890 G78901"
        await guard.press("f2")
        await guard.reads("✗")
        assert desk.snapshot().floor.cars == ()
