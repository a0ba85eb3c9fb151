"""Post and phone of a person are changed from the list of who works here; prompts that are open name them at once."""

from frontdesk.desk.people import staff
from frontdesk.domain.people.staff import Post


async def test_a_phone_is_changed_and_the_open_prompt_names_it(at_station, people, arrive):
    for number in range(4):
        arrive(f"苏A1111{number}")
    async with at_station("guard") as guard:
        await guard.reads("孙磊", "13800010021")
        await guard.press("ctrl+o")
        await guard.dialog("OperatorDialog")
        await guard.later(700)
        menu = guard.app.screen.query_one("#menu")
        names = [name for name, _, _ in menu._entries]
        menu.index = names.index("孙磊")
        await guard.press("f4")
        await guard.dialog("PersonDialog")
        await guard.reads("Post and phone of 孙磊")
        guard.app.screen.query_one("#phone").value = "1390013"
        await guard.press("f10")
        await guard.reads("is not a phone number")
        guard.app.screen.query_one("#phone").value = "139 0001 0021"
        await guard.press("f10")
        await guard.dialog("OperatorDialog")
        await guard.later(700)
        await guard.reads("13900010021")
        assert menu._entries[menu.index][0] == "孙磊"
        await guard.press("escape")
        await guard.closed()
        await guard.reads("孙磊", "13900010021")


async def test_a_post_is_changed(at_station, people):
    async with at_station("manager") as manager:
        await manager.press("ctrl+o")
        await manager.dialog("OperatorDialog")
        await manager.later(700)
        await manager.press("f4")
        await manager.dialog("PersonDialog")
        choice = manager.app.screen.query_one("#post")
        choice.index = list(Post).index(Post.DIRECTOR)
        await manager.press("f10")
        await manager.dialog("OperatorDialog")
        await manager.later(700)
        assert {each.name: each.post for each in staff.everyone(people)}["王五"] is Post.DIRECTOR
