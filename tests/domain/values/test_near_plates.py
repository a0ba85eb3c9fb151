"""Which plates are one mistake away from another."""

import pytest

from frontdesk.domain.values.near_plates import SLIP, alike, near_misses
from frontdesk.domain.values.plates import Plate

CAR = Plate("粤A7K3Q9")


@pytest.mark.parametrize(
    "typed",
    [
        "粤A7K3Q8", "粤A1K3Q9", "粤B7K3Q9", "苏A7K3Q9",  # one character off
        "粤AK73Q9", "粤A7K39Q", "粤7AK3Q9",  # two swapped
        "粤A7KQ9", "粤A73Q9", "粤7K3Q9", "粤A7K3Q",  # one missing
        "粤A77K3Q9", "粤A7K3Q9X", "粤A7K3XQ9",  # one too many
        "粤A7K3Q挂",
    ],
)  # fmt: skip
def test_one_mistake_is_near(typed: str) -> None:
    assert alike(typed, [CAR]) == (CAR,)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("苏AI2345", "苏A12345"), ("苏AO2345", "苏A02345"), ("苏AB2345", "苏A82345"), ("苏AS2Z45", "苏A52245"),
        ("苏AIO345", "苏A10345"), ("苏A8B345", "苏AB8345"), ("苏A1234学", "苏A12345"), ("苏AG6345", "苏A66345"),
    ],
)  # fmt: skip
def test_look_alikes_are_near_two_of_them_too(typed: str, meant: str) -> None:
    assert alike(typed, [Plate(meant)]) == (meant,)


@pytest.mark.parametrize("typed", ["粤A7K3Q9", "粤A7K3X8", "粤A9K3Q7", "粤AK379Q", "7K3", "9", "", "粤A7"])
def test_two_mistakes_are_not_and_itself_is_not(typed: str) -> None:
    assert alike(typed, [CAR]) == ()


def test_part_of_a_plate_may_be_its_number() -> None:
    assert alike("52M19", [Plate("苏A52W19"), Plate("苏B52N91")]) == ("苏A52W19",)
    assert alike("52M1", [Plate("苏A52W19")]) == ()


def test_what_is_easily_mistaken_comes_first() -> None:
    assert alike("苏A12346", [Plate("苏A12349"), Plate("苏A12364"), Plate("苏A1234G")]) == (
        "苏A12364", "苏A1234G", "苏A12349",
    )  # fmt: skip


@pytest.mark.parametrize("typed", ["苏A12345", "苏AD12345", "8B0OQ1D8", "使123456", "粤Z1234港"])
def test_being_near_goes_both_ways_and_few_are(typed: str) -> None:
    near = near_misses(typed)
    assert 200 < len(near) < 700
    assert typed not in near
    assert all(typed in near_misses(each) for each in near if near[each] == SLIP and each[0] == typed[0])
