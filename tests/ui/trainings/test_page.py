"""Trainings at a station: one that was held, with who attended; a certificate (S12)."""

from datetime import date

from frontdesk.desk import trainings
from frontdesk.domain.people.staff import Actor


async def test_a_training_and_a_certificate_from_the_palette(at_station, staffed):
    staffed.actor = Actor("reception", "王五")
    async with at_station("reception", size=(80, 24)) as reception:
        await reception.press("ctrl+p")
        await reception.press(*"trainings", "enter")
        await reception.dialog("TrainingsDialog")
        await reception.reads("Who lacks which", "fire training: ", "No certificate is on record yet: F3.")
        await reception.later(700)
        await reception.press("f2")
        await reception.dialog("TrainingForm")
        await reception.later(700)
        form = reception.app.screen
        form.query_one("#trainer").value = "[b]消防队"
        form.query_one("#passed").value = "王五，路人"
        await reception.press("f10")
        await reception.reads("路人")
        form.query_one("#passed").value = "王五"
        await reception.press("f10")
        await reception.dialog("TrainingsDialog")
        await reception.reads("training held", "[b]消防队", "王五: passed the test")
        await reception.press("f3")
        await reception.dialog("CertificateForm")
        await reception.later(700)
        await reception.press("f10")
        await reception.reads("last day: ")
        await reception.press(*"2031-01-31", "f10", "f10")
        await reception.dialog("TrainingsDialog")
        await reception.reads("first-aid certificate: 2031-01-31")
    found = trainings.listed(staffed)
    assert [each.name for each in found.trainings[0].attended] == ["王五"]
    assert [each.ends_on for each in found.certificates] == [date(2031, 1, 31)]
