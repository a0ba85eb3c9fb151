"""What the shipped playbooks and checks have a step for, by the clauses that ask for it."""

import pytest

from frontdesk.domain.checks.periods import Every
from frontdesk.domain.checks.shipped import SHIPPED
from frontdesk.domain.register.teams import Team
from frontdesk.files.playbook_file import shipped

ZH = shipped("zh")


@pytest.mark.parametrize(
    ("incident", "steps", "contacts"),
    [
        ("fire", "call evacuate search count cordon first_aid fight out area cause lessons", "fire ambulance"),  # I4
        ("injury", "safe first_aid call cordon keep hospital cause lessons", "ambulance authority insurer"),  # I4
        ("power_failure", "report order supplier told back patrol", "power"),  # I8
        ("delivery", "report contact vehicle new_time told tow repaired checked", "rescue traffic ambulance"),  # I6
        ("weather", "warning decide booked staff over makeup", "power insurer rescue"),  # I7, I11
        ("supply", "supplier backup transport told makeup", "supplier neighbour"),  # S7, S10
        ("traffic", "police insurer tow", "traffic insurer rescue authority"),  # I14
        ("fire", "cars checked owners insurer authority waste", "insurer authority"),  # I14, I16, I17
        (
            "disaster",
            "cars_up checked owners insurer authority waste",
            "insurer authority police power",
        ),  # I14, I16, S7
        ("weather", "cars checked owners insurer authority waste", "insurer authority"),  # I14, I16, I17
        ("equipment", "insurer authority waste tested", "insurer authority"),  # I14, I17
        ("delivery", "insurer authority waste", "insurer authority"),  # I14, I17
        ("epidemic", "report waste makeup", "authority"),  # I14, I17
    ],
)
def test_what_an_incident_has_steps_for(incident: str, steps: str, contacts: str) -> None:
    """Each with its own key, to be done by one of the work groups, which all have a part in a fire (I3)."""
    of = {step.key: step for step in ZH[incident].steps}
    assert {*steps.split()} <= of.keys()
    assert {*contacts.split()} <= {*ZH[incident].contacts}
    assert {step.team for step in ZH["fire"].steps} == {*Team}
    # A car is looked at one by one, the waste is written down, the authorities are told where somebody is hurt (I14).
    assert all(step.each == "cars" for key, step in of.items() if key == "checked" and "owners" in steps)
    assert all(step.evidence for key, step in of.items() if key == "waste")
    assert all((step.when, step.due) == ("reportable", "1 h") for key, step in of.items() if key == "authority")


def test_a_delivery_vehicle_that_broke_down() -> None:
    """Before it left or on the way, nobody hurt or somebody, and whether it goes on (I6)."""
    of = {step.key: step for step in ZH["delivery"].steps}
    branches = {fact.key: {key for key, step in of.items() if step.when == fact.key} for fact in ZH["delivery"].facts}
    assert "inspect" in branches["before"]
    assert branches["on_the_way"] >= {"safe", "contact"}
    assert (of["contact"].repeat, of["contact"].until) == ("30 min", "arrived")
    assert branches["unhurt"] >= {"police", "scene"}
    assert (of["scene"].evidence, of["scene"].due) == ("person", "start + 20 min")
    assert branches["hurt"] >= {"ambulance", "first_aid", "hospital", "family", "head_time"}
    assert (of["head_time"].role, of["head_time"].after) == ("director", ("ambulance",))
    assert branches["stuck"] == {"vehicle", "change"}
    assert of["vehicle"].evidence == "vehicle"
    assert not any(of[key].when for key in ("report", "kind", "new_time", "told", "repaired", "checked"))


def test_what_comes_after_the_power_is_back() -> None:
    """Each area is looked at for what tripped, what is shorted, and anything else, before machines run again (I8)."""
    of = {step.key: step for step in ZH["power_failure"].steps}
    assert of["supplier"].after == of["order"].after == ("report",)
    assert (of["patrol"].each, of["patrol"].evidence) == ("areas", "area_check")
    assert "back" in of["patrol"].after and of["machines_on"].after == ("patrol",)
    assert all(word in of["patrol"].title for word in ("跳闸", "短路", "其他"))


@pytest.mark.parametrize(
    ("check", "every", "items"),
    [
        ("zone_marking", Every.DAILY, "lines signs numbers"),  # Z2
        ("safety_walk", Every.MONTHLY, "area waste"),  # I15: each area, the store's own too
        ("alarm_cameras", Every.MONTHLY, "alarm cameras recording"),  # I15
        ("contacts_called", Every.MONTHLY, "staff power insurer suppliers"),  # S1
        ("first_aid_kit", Every.WEEKLY, "place whole dates"),  # S3
        ("extinguishers", Every.WEEKLY, "workshop paint clear"),  # S3
        ("spare_tools", Every.WEEKLY, "jack cable set"),  # S3
        ("radios", Every.WEEKLY, "charged test number"),  # S3
        ("service_vehicles", Every.DAILY, "fuel coolant front_left front_right rear_left rear_right brakes"),  # S3
        ("parts_stock", Every.MONTHLY, "wear fluids batteries"),  # S3
        ("wiring", Every.MONTHLY, "board leakage cables lifts"),  # S9
        ("emergency_money", Every.QUARTERLY, "there who book"),  # S9
        ("before_holiday", Every.BEFORE_HOLIDAY, "vehicles contacts parts money"),  # S10
    ],
)
def test_what_a_check_looks_at(check: str, every: Every, items: str) -> None:
    (found,) = (each for each in SHIPPED if each.key == check)
    assert found.every is every
    of = {step.key: step for step in ZH[found.playbook].steps}
    assert {*items.split()} <= of.keys()
    assert all(of[key].evidence for key in items.split())
