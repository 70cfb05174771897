"""Fetch as a polite guest does: robots.txt, one request a second a host, and rest where a server is unwell."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from urllib.robotparser import RobotFileParser

from didar.fetching.door import AGENT, Door, FetchFailure, Response, host_of, only_page

SECONDS_BETWEEN = 1.0
_LONGEST_DELAY = 60.0  # a Crawl-delay beyond this is taken for a slip
_ATTEMPTS = 3
_FIRST_REST = 2.0
_UNWELL = (429, 500, 502, 503, 504)


class Guest:
    """A door with manners. What robots.txt says is asked once a host."""

    def __init__(
        self,
        door: Door,
        *,
        seconds_between: float = SECONDS_BETWEEN,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        """Take the door, and how long to wait between two requests to a host."""
        self._door = door
        self._between = seconds_between
        self._sleep = sleep
        self._last: dict[str, float] = {}
        self._rules: dict[str, RobotFileParser] = {}

    def get(self, url: str) -> Response:
        """Return the page at an address; raise FetchFailure where there is none or it may not be fetched."""
        return only_page(self.ask(url))

    def ask(self, url: str, headers: Mapping[str, str] | None = None) -> Response:
        """Return the server's answer, asking again after a rest where it is unwell; raise FetchFailure."""
        if not self._rules_of(url).can_fetch(AGENT, url):
            raise FetchFailure("robots.txt asks not to fetch this")
        for attempt in range(_ATTEMPTS):
            self._wait_for_turn(url)
            response = self._door.ask(url, headers)
            if response.status not in _UNWELL or attempt == _ATTEMPTS - 1:
                break
            self._sleep(_rest(response, attempt))
        return response

    def _wait_for_turn(self, url: str) -> None:
        host = host_of(url)
        due = self._last.get(host, -_LONGEST_DELAY) + max(self._between, self._crawl_delay(host))
        wait = due - time.monotonic()
        if wait > 0:
            self._sleep(wait)
        self._last[host] = time.monotonic()

    def _crawl_delay(self, host: str) -> float:
        rules = self._rules.get(host)
        delay = rules.crawl_delay(AGENT) if rules else None
        return min(float(delay), _LONGEST_DELAY) if delay else 0.0

    def _rules_of(self, url: str) -> RobotFileParser:
        host = host_of(url)
        if host not in self._rules:
            self._rules[host] = self._ask_for_rules(host)
        return self._rules[host]

    def _ask_for_rules(self, host: str) -> RobotFileParser:
        """A server without robots.txt allows all; one that refuses it or is unwell allows nothing."""
        rules = RobotFileParser()
        self._wait_for_turn(host + "/")
        response = self._door.ask(host + "/robots.txt")
        if response.status == 200:
            rules.parse(response.data.decode("utf-8", "replace").splitlines())
        elif response.status in (401, 403) or response.status >= 500:
            rules.parse(["User-agent: *", "Disallow: /"])
        else:
            rules.parse([])
        return rules


def _rest(response: Response, attempt: int) -> float:
    asked = response.headers.get("retry-after", "")
    return min(float(asked), _LONGEST_DELAY) if asked.isdigit() else _FIRST_REST * 2**attempt
