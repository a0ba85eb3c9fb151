"""`frontdesk swap`: two cars change places."""

from typing import Any


def test_two_cars_change_places(run: Any, refused: Any, machine: Any) -> None:
    run("arrive", "A11111")
    run("arrive", "A22222")
    first = run("swap", "111", "222", "--operation", "x", "--json")
    assert (first.json["done"], first.json["others"], first.json["place"]) == ("swap", ["苏A22222"], "bay2")
    assert run("swap", "111", "222", "--operation", "x", "--json").out == first.out
    assert "used for something else" in refused("swap", "111", "333", "--operation", "x")
    bays = [bay["plate"] for bay in run("status", "--json").json["bays"]]
    assert bays == ["苏A22222", "苏A11111", None]
    assert refused("swap", "A11111", "A33333") == (
        "苏A·33333 is not at the store. Check the plate, or let it arrive first (F2)."
    )
    run("move", "A11111", "lane")
    for one, other in (("A22222", "A11111"), ("A22222", "A11111")):
        assert run("swap", one, other, "--operation", one).code == 0
    assert [bay["plate"] for bay in run("status", "--json").json["bays"]] == ["苏A11111", None, None]
    assert refused("swap", "A11111", "A11111").startswith("苏A·11111 already stands there")
