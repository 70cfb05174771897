"""Tell which hosts may be asked: public ones only, judged by the addresses that their names really lead to."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable
from urllib.parse import urlsplit

Address = str
LookUp = Callable[[str, int], list[Address]]


class Refused(Exception):
    """An address that is not to be asked; the message says why."""


def check_url(url: str) -> str:
    """Return the host of a web address; refuse other schemes, and addresses that carry a name and password."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise Refused(f"no web address: {error}") from error
    if parts.scheme not in ("http", "https"):
        raise Refused(f"only http and https are fetched, not {parts.scheme or 'this'}")
    if not parts.hostname or port == 0:
        raise Refused("an address without a host")
    if parts.username or parts.password:
        raise Refused("an address with a user name in it")
    return parts.hostname


def look_up(host: str, port: int) -> list[Address]:
    """Return the addresses that a name leads to."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(sockaddr[0]) for *_, sockaddr in found))


def public_addresses(host: str, port: int, allow_private: bool, names: LookUp = look_up) -> list[Address]:
    """Return the addresses of a host; refuse it where any of them is private, loopback, or otherwise not public.

    Whoever connects must use one of these and not look the name up again: it may lead elsewhere by then.
    """
    try:
        addresses = names(host, port)
    except (OSError, UnicodeError) as error:
        raise Refused(f"the host {host} is not known ({getattr(error, 'strerror', None) or error})") from error
    hidden = [address for address in addresses if not is_public(address)]
    if hidden and not allow_private:
        raise Refused(f"{host} leads to {hidden[0]}, a private address (--allow-private fetches from it)")
    return addresses


def is_public(address: Address) -> bool:
    """Tell whether an address belongs to the public internet, also where it wraps an IPv4 address.

    >>> is_public("8.8.8.8"), is_public("127.0.0.1"), is_public("::ffff:10.0.0.1"), is_public("64:ff9b::a00:1")
    (True, False, False, False)
    """
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None) or _translated(ip)
        if inner is not None:
            return is_public(str(inner))
    return ip.is_global and not ip.is_multicast


_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


def _translated(ip: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF) if ip in _NAT64 else None
