"""What is to be told, at a station: in the queue, read out, one key for each answer (P2, P4, S5)."""

from frontdesk.desk.messages import telling
from frontdesk.domain.messages.message import MessageState, Purpose, ToTell
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.values.plates import Plate


async def test_a_word_is_read_out_and_told(at_station, staffed):
    said = ToTell(
        Purpose.WORD, "车好了，17:00 前可以取", name="陈[b]先生", plate=Plate("苏A12345"), phone="13800138000"
    )
    staffed.actor = Actor("reception", "李四")
    number = telling.add(staffed, said).number
    async with at_station("reception") as desk:
        await desk.reads("tell: a word", "phone call now", "苏A·12345 陈[b]先生")
        await desk.press("tab", "enter")
        await desk.dialog("MessageDialog")
        await desk.reads("138****8000", "车好了，17:00 前可以取")
        await desk.press("f2")
        await desk.reads("Read it first")
        await desk.later(700)
        await desk.press("f6")
        await desk.reads("13800138000")
        await desk.press("f3")
        await desk.reads("message: no answer", "(try 2)", "no answer: 李四")
        await desk.press("f8")
        await desk.reads("Say why message No. 1 is not told.")
        await desk.press(*"ok", "f2")
        await desk.reads("was told: 李四")
        assert telling.shown(staffed, number).state is MessageState.TOLD
        await desk.press("f2")
        await desk.reads("nothing is left")
        await desk.press("escape", "f9")
        await desk.reads("tell: a word")


async def test_every_message_stands_in_a_list(at_station, staffed):
    staffed.actor = Actor("reception", "李四")
    for text in ("车好了", "明天再来"):
        telling.add(staffed, ToTell(Purpose.WORD, text, name="陈先生", phone="13800138000", about=text))
    telling.told(staffed, 1)
    async with at_station("reception") as desk:
        await desk.press("ctrl+a")
        await desk.dialog("MattersDialog")
        await desk.later(700)
        await desk.press("f5")
        await desk.dialog("MessagesDialog")
        await desk.reads("▸No. 2 a word · 陈先生", "No. 1 a word · 陈先生 · 138****8000 · was told")
        await desk.later(700)
        await desk.press("down", "enter")
        await desk.dialog("MessageDialog")
        await desk.reads("was told: 李四")
