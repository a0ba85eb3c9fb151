"""What an escalation is about reads back as it was written, and in no other way."""

import pytest

from frontdesk.domain.escalations.subject import Subject


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        (Subject.of_zone(), "zone"),
        (Subject.of_visit(3), "visit:3"),
        (Subject.of_clock(12), "clock:12"),
        (Subject.of_ticket(5, 0), "ticket:5:0"),
        (Subject.of_ticket(5, 2), "ticket:5:2"),
    ],
)
def test_the_store_keeps_the_texts_it_always_kept(subject: Subject, text: str) -> None:
    assert str(subject) == text
    assert Subject.read(text) == subject


@pytest.mark.parametrize("text", ["", "zone:1", "visit", "visit:", "visit:a", "visit:1:2", "ticket:5", "task:1"])
def test_another_text_is_no_subject(text: str) -> None:
    with pytest.raises(ValueError):
        Subject.read(text)


def test_no_two_things_are_one_subject() -> None:
    all_of_one = (Subject.of_visit(1), Subject.of_clock(1), Subject.of_ticket(1, 0), Subject.of_ticket(1, 1))
    assert len({Subject.of_zone(), *all_of_one}) == 5


def test_the_zone_concerns_every_car_and_a_visit_its_own() -> None:
    found = [Subject.of_zone(), Subject.of_visit(1), Subject.of_visit(2), Subject.of_clock(1), Subject.of_ticket(1, 0)]
    assert [subject.concerns(1) for subject in found] == [True, True, False, False, False]
