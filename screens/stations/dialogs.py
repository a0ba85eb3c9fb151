"""The dialogs of the stations: loaded once the first picture stands, so that the first key need not wait for them."""


def warm_up() -> None:
    """Load all dialogs."""
    import screens.cases.browser  # noqa: PLC0415 - that is what it is for
    import screens.cases.case_page  # noqa: PLC0415
    import screens.cases.new_case_form  # noqa: PLC0415
    import screens.escalations.decide  # noqa: PLC0415
    import screens.escalations.explain  # noqa: PLC0415
    import screens.escalations.prompt_list  # noqa: PLC0415
    import screens.escalations.record  # noqa: PLC0415
    import screens.lounge.tickets  # noqa: PLC0415
    import screens.penalties.ledger  # noqa: PLC0415
    import screens.people.duty  # noqa: PLC0415
    import screens.people.operator  # noqa: PLC0415
    import screens.stations.help  # noqa: PLC0415
    import screens.stations.palette  # noqa: PLC0415
    import screens.zone.correct_plate  # noqa: PLC0415
    import screens.zone.move  # noqa: PLC0415
    import screens.zone.province  # noqa: F401, PLC0415
