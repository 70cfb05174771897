"""Whose office it is where no state is named: the press's own, unless a land is named that no list knows."""

from __future__ import annotations

import pytest

from .reading import read


@pytest.mark.parametrize(
    ("sentence", "country"),
    [
        ("وزیر دفاع گفت: راه باز است.", "IR"),
        ("وزیر دفاع کرانستان گفت: راه باز است.", None),
        ("وزارت خارجه سپیدستان گفت: راه باز است.", None),
        ("استاندار خوزستان گفت: راه باز است.", "IR"),
        ("سناتور دلاور گفت: راه باز است.", None),
        ("دولت ترامپ گفت: راه باز است.", "US"),
        ("ترامپ گفت: راه باز است.", "US"),
        ("وزیر دفاع ترکمنستان گفت: راه باز است.", "TM"),
    ],
)
def test_country(sentence: str, country: str | None) -> None:
    _, mentions = read(sentence)
    assert mentions[0].country == country
