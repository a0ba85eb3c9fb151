"""The playbooks of a store, from the palette: what each says, which version is in force, its card (I4, I5)."""


async def test_a_card_of_fire(at_station, staffed, store):
    async with at_station("guard") as guard:
        await guard.app.run_action("do('playbooks')", guard.screen)
        await guard.dialog("PlaybooksDialog")
        await guard.reads("delivery vehicle breakdown", "comes with the program", "28 steps · for an incident")
        while "▸ fire" not in guard.text:
            await guard.press("down")
        await guard.later(700)
        await guard.press("enter")
        await guard.dialog("PlaybookDialog")
        await guard.reads("1 shout, get everybody out, press the fire alarm", "what may be so: somebody is hurt")
        await guard.later(700)
        await guard.press("f8", "f8")
        await guard.until(lambda: list((store.parent / "documents").glob("fire-card-*.html")))
