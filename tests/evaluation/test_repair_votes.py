"""Where a repair and its reference differ, the corpus is asked. `·` stands for the half-space."""

import pytest

from didar.persian.letters import ZWNJ
from evaluation.repair_votes import outvoted, stretches


@pytest.mark.parametrize(
    ("good", "repaired", "differing"),
    [
        ("او می·گوید که", "او می·گوید که", []),
        ("او کتابها را خواند.", "او کتاب·ها را خواند.", [("کتابها", "کتاب·ها")]),
        ("به گفت وگو رفت", "به گفت·وگو رفت", [("گفت وگو", "گفت·وگو")]),
        ("دردیدار او", "در دیدار او", [("دردیدار", "در دیدار")]),
    ],
)
def test_stretches_that_differ(good: str, repaired: str, differing: list[tuple[str, str]]) -> None:
    found = stretches(good.replace("·", ZWNJ), repaired.replace("·", ZWNJ))
    assert [(a.replace(ZWNJ, "·"), b.replace(ZWNJ, "·")) for a, b in found] == differing


def test_the_corpus_sides_with_the_usual_spelling() -> None:
    usual, unusual = "او می·گوید".replace("·", ZWNJ), "او میگوید"
    assert outvoted([unusual], [usual]) == (1, 1)
    assert outvoted([usual], [unusual]) == (1, 0)
