"""The one door to the web: an address in, its bytes out, from public hosts only, within limits of size and time."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urljoin, urlsplit

import msgspec
import urllib3
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import HTTPError
from urllib3.util.connection import create_connection

from didar.fetching.hosts import LookUp, Refused, check_url, look_up, public_addresses
from didar.page.failures import Unreadable

AGENT = "didar (+https://pypi.org/project/didar)"
_REDIRECTS = (301, 302, 303, 307, 308)
_CHUNK = 64 * 1024


class Limits(msgspec.Struct, frozen=True):
    """How much and how long: bytes of a page (unfolded), seconds for each step and for the whole, redirects."""

    bytes: int = 16 * 1024 * 1024
    step_seconds: float = 15.0
    whole_seconds: float = 60.0
    redirects: int = 5


class Response(msgspec.Struct, frozen=True, kw_only=True):
    """What a server answered; `url` is where the last redirect led."""

    url: str
    status: int
    data: bytes
    headers: Mapping[str, str]


class FetchFailure(Unreadable):
    """An address that gave no page; the message says why."""


def only_page(response: Response) -> Response:
    """Return an answer that is a page; raise FetchFailure for any other."""
    if response.status != 200:
        raise FetchFailure(f"the server answered {response.status}")
    return response


class Door:
    """Fetches pages. Every connection goes to an address that was checked, also behind redirects."""

    def __init__(
        self, *, allow_private: bool = False, limits: Limits | None = None, names: LookUp = look_up
    ) -> None:
        """Take whether hosts of the own network may be asked, the limits, and how names are looked up."""
        self._limits = limits or Limits()
        timeout = urllib3.Timeout(connect=self._limits.step_seconds, read=self._limits.step_seconds)
        self._pools = urllib3.PoolManager(num_pools=50, maxsize=2, retries=False, timeout=timeout)
        self._pools.pool_classes_by_scheme = _guarded_pools(
            lambda host, port: public_addresses(host, port, allow_private, names)
        )

    def get(self, url: str) -> Response:
        """Return the page at an address; raise FetchFailure where there is none."""
        return only_page(self.ask(url))

    def ask(self, url: str, headers: Mapping[str, str] | None = None) -> Response:
        """Return what the server answers, whatever its status, following redirects; raise FetchFailure."""
        deadline = time.monotonic() + self._limits.whole_seconds
        for _ in range(self._limits.redirects + 1):
            response = self._one(url, headers or {}, deadline)
            target = response.headers.get("location")
            if response.status not in _REDIRECTS or not target:
                return response
            url = urljoin(url, target)
        raise FetchFailure(f"more than {self._limits.redirects} redirects")

    def _one(self, url: str, headers: Mapping[str, str], deadline: float) -> Response:
        try:
            check_url(url)
            asked = {"User-Agent": AGENT, "Accept-Encoding": "gzip, deflate", **headers}
            answer = self._pools.request("GET", url, headers=asked, redirect=False, preload_content=False)
        except Refused as error:
            raise FetchFailure(str(error)) from error
        except (HTTPError, OSError, ValueError) as error:
            raise FetchFailure(_plainly(error)) from error
        try:
            data = b"" if answer.status in _REDIRECTS else self._body(answer, deadline)
        except (HTTPError, OSError) as error:
            raise FetchFailure(_plainly(error)) from error
        finally:
            answer.close()
        named = {name.lower(): value for name, value in answer.headers.items()}
        return Response(url=url, status=answer.status, data=data, headers=named)

    def _body(self, answer: urllib3.BaseHTTPResponse, deadline: float) -> bytes:
        """Read the body piece by piece: a bomb or a trickle is left as soon as it goes beyond the limits."""
        pieces, size = [], 0
        for piece in answer.stream(_CHUNK, decode_content=True):
            pieces.append(piece)
            size += len(piece)
            if size > self._limits.bytes:
                raise FetchFailure(f"larger than {self._limits.bytes // 1024 // 1024} MB")
            if time.monotonic() > deadline:
                raise FetchFailure(f"took longer than {self._limits.whole_seconds:g} s")
        return b"".join(pieces)


def _plainly(error: Exception) -> str:
    """Say what went wrong in a line, without urllib3's pool and object names."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, Refused):
            return str(cause)
        cause = cause.__cause__ or cause.__context__
    return str(error).split(">: ")[-1].splitlines()[0] if str(error) else type(error).__name__


def _guarded_pools(addresses: Callable[[str, int], list[str]]) -> dict[str, Any]:
    """Return urllib3's pools with connections that look a name up once, check it, and connect to what was checked."""

    def connect(connection: HTTPConnection) -> Any:
        host, port = connection.host, connection.port
        found = addresses(host, port or connection.default_port)
        for at, address in enumerate(found):
            try:
                return create_connection((address, port), connection.timeout, socket_options=connection.socket_options)
            except OSError:
                if at == len(found) - 1:
                    raise
        raise Refused(f"the host {host} has no address")

    class Plain(HTTPConnection):
        def _new_conn(self) -> Any:
            return connect(self)

    class Secure(HTTPSConnection):
        def _new_conn(self) -> Any:
            return connect(self)

    class PlainPool(HTTPConnectionPool):
        ConnectionCls = Plain

    class SecurePool(HTTPSConnectionPool):
        ConnectionCls = Secure

    return {"http": PlainPool, "https": SecurePool}


def host_of(url: str) -> str:
    """Return scheme, host and port of an address: whom a courtesy is owed; raise FetchFailure where it has none."""
    try:
        check_url(url)
    except Refused as error:
        raise FetchFailure(str(error)) from error
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.lower()}"
