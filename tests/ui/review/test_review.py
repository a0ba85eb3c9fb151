"""The monthly review at the console: causes by one key, a measure, other limits, submitted and signed (Z7)."""

import pytest
from month_of_may import MAY

from frontdesk.desk import approvals, measures
from frontdesk.desk.review import reviews
from frontdesk.domain.measures.measure import MeasureState
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.review.review import ReviewState
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.review.month import cause_word

HOSTILE = "[/b][@click=app.quit]\x1b[31m{x}"
CLEANED = "[/b][@click=app.quit][31m{x}"


async def open_review(person):
    """Ctrl+A, then F3: the review of May, which is opened by that where nobody has."""
    await person.press("ctrl+a")
    await person.dialog("MattersDialog")
    await person.later(700)
    await person.press("f3")
    await person.dialog("ReviewDialog")
    await person.until(lambda: person.app.screen.query_one("#month").shown is not None)
    await person.later(700)


def state(desk):
    return reviews.shown(desk, MAY).state


@pytest.mark.usefixtures("language_of_the_screen")
async def test_the_month_on_the_screen(at_station, june, size):
    async with at_station("manager", size=size) as manager:
        await open_review(manager)
        await manager.reads(str(MAY), word(ReviewState.DRAFT), f"{_('visits')} 15", cause_word("arrivals"))
        for name in (
            "take over",
            "one by one",
            "new measure",
            "no measure",
            "with other limits",
            "submit",
            "signatures",
            "undo",
        ):
            assert _(name) in manager.show("#hints")
        assert {strip.cell_length for strip in manager.strips} == {size[0]}
        assert max(widget.region.bottom for widget in manager.app.screen.query("Static")) < size[1]


async def test_from_the_causes_to_the_signature(at_station, june):
    async with at_station("manager") as manager:
        await open_review(manager)
        await manager.press("f7")
        await manager.reads("have no cause yet: say them first")
        await manager.press("up", "f2")
        await manager.reads("✓ 2026-05 causes said")
        assert {said.cause for said in reviews.of_month(june, MAY).causes.values()} <= {"reception_short", "arrivals"}
        while reviews.of_month(june, MAY).undecided:
            await manager.press("down", "enter")
            await manager.later(700)
        await manager.press("f7")
        await manager.reads("are frequent and need a measure")
        await manager.press("up", "f4")
        await manager.reads("What is to change?")
        await manager.until(lambda: manager.app.focused is not None and manager.app.focused.id == "words")
        await manager.paste(HOSTILE)
        await manager.press("f4")
        await manager.reads("✓ 2026-05 measure proposed", CLEANED)
        if len(reviews.of_month(june, MAY).pareto.lines) > 1:
            await manager.press("down")
            await manager.paste("once only")
            await manager.press("f5")
            await manager.reads("✓ 2026-05 cause left without a measure")
        await manager.paste("too few at reception on the 29th")
        await manager.press("f7")
        await manager.reads("✓ 2026-05 monthly review submitted", "waits for a signature service director")
        number = reviews.shown(june, MAY).id
        june.actor = Actor("manager", "李建国")
        approvals.sign(june, number)
        await manager.reads("approved")
    assert state(june) is ReviewState.APPROVED


async def test_one_by_one_with_a_digit_and_taken_back(at_station, june):
    async with at_station("manager") as manager:
        await open_review(manager)
        await manager.press("f3")
        await manager.dialog("CasesDialog")
        await manager.press("3")
        await manager.reads("Read it first")
        await manager.later(700)
        await manager.press("f3")
        await manager.dialog("PastDialog")
        await manager.reads("THE PAST · ", "2026-05-")
        await manager.press("escape")
        await manager.dialog("CasesDialog")
        await manager.press("3")
        await manager.reads("✓ ", cause_word("customer_deciding"))
        assert [said.cause for said in reviews.of_month(june, MAY).causes.values()] == ["customer_deciding"]
        await manager.press("f9")
        await manager.reads("✓ undone")
        assert reviews.of_month(june, MAY).causes == {}
        await manager.later(700)
        await manager.press("enter")
        await manager.until(lambda: reviews.of_month(june, MAY).causes)
        await manager.press("escape")
        await manager.dialog("ReviewDialog")


async def test_the_month_is_printed(at_station, june):
    async with at_station("manager") as manager:
        await open_review(manager)
        await manager.press("f10", "f10")
        await manager.reads("✓ Written:")
    (page,) = (june.path.parent / "documents").iterdir()
    assert page.name.startswith("2026-05-review-")
    assert "many came at once" in page.read_text(encoding="utf-8") or "no cause said yet" in page.read_text("utf-8")


async def test_other_limits(at_station, june):
    async with at_station("manager") as manager:
        await open_review(manager)
        await manager.press("f6")
        await manager.dialog("LimitsDialog")
        await manager.reads("the limits in force", "over-stay from 18", "over-count from 5 cars")


async def test_by_phone_at_the_desk(at_station, june):
    reviews.open_month(june, MAY)
    crossings = reviews.of_month(june, MAY).crossings
    reviews.say_cause(june, MAY, {each.id: "arrivals" for each in crossings})
    reviews.leave(june, MAY, "arrivals", "一次")
    reviews.submit(june, MAY, "月底集中")
    async with at_station("manager", who="赵敏") as manager:
        await open_review(manager)
        await manager.press("f8")
        await manager.dialog("SigningDialog")
        await manager.later(700)
        await manager.press("f2")
        await manager.reads("is now to be signed by the service director; 赵敏 is not")
        await manager.press("f4")
        await manager.reads("approves by phone is taken down")
        await manager.paste("同意")
        await manager.press("f4")
        await manager.dialog("ReviewDialog")
        await manager.reads("✓ No. 1 approved by phone", "taken down by 赵敏, not")
    assert state(june) is ReviewState.APPROVED


async def test_a_measure_from_the_proposal_to_the_check(at_station, june, clock):
    reviews.open_month(june, MAY)
    async with at_station("manager") as manager:
        await manager.press("ctrl+a")
        await manager.dialog("MattersDialog")
        await manager.later(700)
        await manager.press("f2")
        await manager.reads("What is to change? Say it in one line.")
        await manager.paste("one more at reception")
        await manager.press("f2", "f2")
        await manager.reads("✓ No. 2 measure proposed")
        assert len(measures.every(june)) == 1
        await manager.press("enter", "down", "enter")
        await manager.dialog("MeasureDialog")
        await manager.reads("No. 2: one more at reception · proposed")
        await manager.later(700)
        await manager.press("f3")
        await manager.reads("✗ Measure No. 2 is proposed since")
        await manager.press("f2")
        await manager.dialog("AgreeDialog")
        await manager.later(700)
        await manager.press("f10")
        await manager.reads("✗")
        manager.app.screen.query_one("#owner").focus()
        people = [person.name for person in june.snapshot().staff]
        await manager.press(*["right"] * (people.index("李四") + 1))
        manager.app.screen.query_one("#until").focus()
        await manager.paste("2026-06-20")
        manager.app.screen.query_one("#metric").focus()
        await manager.press("right")
        manager.app.screen.query_one("#expected").focus()
        await manager.paste("many")
        await manager.press("f10")
        await manager.reads("“many” is no whole number of percent")
        manager.app.screen.query_one("#expected").value = "-40"
        await manager.press("f10")
        await manager.dialog("MeasureDialog")
        await manager.reads("✓ measure agreed on", "agreed on · 李四", "-40%")
        await manager.paste("roster of June")
        await manager.press("f3")
        await manager.reads("✓ measure carried out")
        await manager.press("f5")
        await manager.reads("Too early")
        await manager.paste("half as many")
        await manager.press("f4")
        await manager.reads("✗ 王五 proposed measure No. 2")
    (measure,) = measures.every(june)
    assert (measure.state, measure.owner, measure.expected) == (MeasureState.DONE, "李四", -40)
