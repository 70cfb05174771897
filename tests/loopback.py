"""A real HTTP server on loopback for tests: answers by path, remembers what it was asked."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

LOOPBACK = "127.0.0.1"


class Server(ThreadingHTTPServer):
    """Answers by path: `routes` maps it to (status, headers, body) or to a function of the handler."""

    daemon_threads = True

    def __init__(self):
        super().__init__((LOOPBACK, 0), Handler)
        self.routes = {}
        self.asked = []

    def url(self, path, host=LOOPBACK):
        return f"http://{host}:{self.server_port}{path}"


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self.server.asked.append((self.path, time.monotonic(), dict(self.headers)))
        route = self.server.routes.get(self.path, (404, {}, b"nothing here"))
        if callable(route):
            route(self)
            return
        self.answer(*route)

    def answer(self, status, headers, body):
        """Send a whole answer."""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        """Be quiet."""


@contextmanager
def serving() -> Iterator[Server]:
    """Run a server for as long as the block."""
    server = Server()
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
