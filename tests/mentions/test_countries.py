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


def test_this_country_is_the_state_abroad_that_was_named_last() -> None:
    _, mentions = read("وزیر راه به ترکیه رفت.\nنخست‌وزیر این کشور گفت: راه باز است.\nمقامات این کشور شاد بودند.")
    assert [m.country for m in mentions if m.key.endswith("این کشور")] == ["TR", "TR"]


def test_this_country_is_none_where_no_state_abroad_was_named() -> None:
    _, mentions = read("نخست‌وزیر این کشور گفت: راه باز است.")
    assert [m.country for m in mentions] == [None]


def test_this_regime_is_the_one_that_was_named_last() -> None:
    _, mentions = read("رژیم صهیونیستی به آمریکا پیام داد.\nنخست وزیر این رژیم گفت: راه باز است.")
    assert [m.country for m in mentions if m.offices] == ["IL"]


@pytest.mark.parametrize("source", ["ائتلاف عربی", "یک مقام نزدیک به آیت‌الله ارژنگی"])
def test_alliances_and_people_near_somebody_speak_for_no_state(source: str) -> None:
    _, mentions = read(f"{source} گفت که راه باز است.")
    assert [m.country for m in mentions] == [None]
