"""Keep pages as they came, compressed, or point to where they lie; give them back for a second reading."""

from __future__ import annotations

import hashlib
import zlib
from pathlib import Path

from didar.store.files import Connection
from didar.store.rows import Page, StoreError

# The largest page that is unpacked again: a damaged or forged body cannot fill the memory.
MAX_PAGE = 64 * 1024 * 1024


def page_digest(data: bytes) -> str:
    """Return what a page is recognised by."""
    return hashlib.sha256(data).hexdigest()


def write_page(connection: Connection, page: Page, keep: bool) -> int:
    """Store a page, or only where it lies, and return its number; the same bytes are kept once."""
    digest = page_digest(page.data)
    known = connection.execute("SELECT id FROM pages WHERE sha256 = ?", (digest,)).fetchone()
    if known:
        return int(known[0])
    body = zlib.compress(page.data) if keep or page.path is None else None
    row = (digest, page.kind, body, page.path)
    cursor = connection.execute("INSERT INTO pages (sha256, kind, body, path) VALUES (?, ?, ?, ?)", row)
    return int(cursor.lastrowid or 0)


def knows_page(connection: Connection, data: bytes) -> bool:
    """Tell whether an article was read from exactly these bytes before."""
    sql = "SELECT 1 FROM pages JOIN articles ON articles.page = pages.id WHERE pages.sha256 = ?"
    return connection.execute(sql, (page_digest(data),)).fetchone() is not None


def load_page(connection: Connection, number: int) -> Page:
    """Return a page as it came; raise StoreError where it lies no longer where it lay, or has changed."""
    sql = "SELECT sha256, kind, body, path FROM pages WHERE id = ?"
    digest, kind, body, path = connection.execute(sql, (number,)).fetchone()
    if body is not None:
        return Page(data=zlib.decompressobj().decompress(body, MAX_PAGE), kind=kind, path=path)
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise StoreError(f"{path}: {error.strerror}; the archive only pointed to this page") from error
    if page_digest(data) != digest:
        raise StoreError(f"{path}: changed since it was added; the archive only pointed to this page")
    return Page(data=data, kind=kind, path=path)
