"""Processes that read: the order kept, the dead replaced, the slow interrupted, large units and results no deadlock."""

from __future__ import annotations

import os
import time

import pytest

from didar.batch import workers
from didar.batch.reader import read_unit
from didar.batch.time_limit import OutOfTime, time_limit
from didar.batch.units import ArticleUnit
from didar.batch.workers import Crew, WorkersError
from didar.page.failures import InputFailure
from didar.records import Article


def unit(text: str) -> ArticleUnit:
    return ArticleUnit(place=text[:20], article=Article(id=text[:20], text=text))


def answer(unit: ArticleUnit, seconds: float) -> str:
    """Stand in for the reader: do as the text says."""
    match unit.article.text.split():
        case ["die"]:
            os._exit(9)
        case ["hang"]:
            time.sleep(600)
        case ["wait", duration]:
            time.sleep(float(duration))
        case ["large"]:
            return "x" * 3_000_000
    return unit.article.text


def run(texts, processes=2, seconds=30.0):
    crew = Crew(processes, seconds, answer)
    return [outcome for _, outcome in crew.read((text, unit(text)) for text in texts)]


def test_outcomes_come_in_the_order_of_the_units():
    texts = ["wait 0.4", *(f"report {n}" for n in range(60)), "wait 0.1", "last"]
    assert run(texts) == texts


def test_a_process_that_dies_takes_one_unit_with_it():
    outcomes = run(["a", "b", "die", "c", "d", "die", "e"])
    assert [o for o in outcomes if isinstance(o, str)] == ["a", "b", "c", "d", "e"]
    failures = [str(o) for o in outcomes if isinstance(o, InputFailure)]
    assert failures == ["die: its process died while reading it (too little memory?): left out"] * 2
    assert [type(o) for o in outcomes].index(InputFailure) == 2


def test_a_process_that_cannot_be_interrupted_is_ended():
    outcomes = run(["a", "hang", "b", "c"], seconds=0.3)
    assert outcomes[0::2] == ["a", "b"]
    assert "could not be interrupted" in str(outcomes[1])


def test_large_units_and_results_do_not_wait_for_each_other():
    large = ["y" * 2_000_000, "large"] * 6
    assert [len(outcome) for outcome in run(large)] == [2_000_000, 3_000_000] * 6


def test_processes_that_do_not_start_are_an_error_of_their_own(monkeypatch):
    monkeypatch.setattr(workers, "_work", os._exit)  # is called with three arguments and fails
    with pytest.raises(WorkersError, match="do not start"):
        run(["a"])


def test_a_reading_that_takes_too_long_is_interrupted(monkeypatch):
    def slow(article, page=None):
        time.sleep(30)

    monkeypatch.setattr("didar.batch.reader.reading_of", slow)
    start = time.monotonic()
    assert str(read_unit(unit("slow"), 0.2)) == "slow: took longer than 0.2 s: left out"
    assert time.monotonic() - start < 5


def test_a_fault_of_the_reader_is_one_line(monkeypatch):
    monkeypatch.setattr("didar.batch.reader.reading_of", lambda article, page=None: 1 / 0)
    assert str(read_unit(unit("bad"), 5)) == "bad: fault in Didar: ZeroDivisionError: division by zero"


def test_what_a_process_read_before_it_died_is_not_lost():
    class Late(Crew):
        def _hand_out(self, units):
            time.sleep(0.2)  # by now the process has read and died, and nothing of it has been received
            return super()._hand_out(units)

    crew = Late(1, 30.0, answer)
    texts = ["a", "b", "die", "c", "d"]
    outcomes = [outcome for _, outcome in crew.read((text, unit(text)) for text in texts)]
    assert [o for o in outcomes if isinstance(o, str)] == ["a", "b", "c", "d"]


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_an_alarm_that_python_drops_rings_again():
    class Slow:
        def __del__(self):
            busy_for(0.3)

    def work():
        Slow()
        busy_for(5)

    with pytest.raises(OutOfTime), time_limit(0.1):
        work()


def busy_for(seconds):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        pass
