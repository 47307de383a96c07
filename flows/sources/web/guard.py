"""Which addresses may be connected to: none on private, loopback or reserved networks unless the source allows them.

The name is resolved here and the connection goes to the very address that was checked, on each hop of a redirect.
"""

import contextlib
import ipaddress
import socket
from collections.abc import Iterable
from typing import Any

import httpcore
import httpx

_NAT64 = ipaddress.ip_network("64:ff9b::/96")


class AddressRefusedError(Exception):
    """A host whose address lies on a network that a source may not read from."""


def is_public(address: str) -> bool:
    """Tell whether an IP address is on the public internet, also when it is wrapped into an IPv6 one."""
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(found, ipaddress.IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour or (found.teredo[1] if found.teredo else None)
        if inner is None and found in _NAT64:
            inner = ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return found.is_global and not found.is_multicast


def resolve(host: str, port: int, *, allow_private: bool) -> list[str]:
    """Return the IP addresses of `host`; raises AddressRefusedError when one of them may not be connected to."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (socket.gaierror, UnicodeError) as error:
        raise httpcore.ConnectError(f"{host} cannot be resolved: {error}") from error
    addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    private = [address for address in addresses if not is_public(address)]
    if private and not allow_private:
        raise AddressRefusedError(
            f"{host} is {private[0]}, on a private network; allow_private = true in the source lets it be read"
        )
    return addresses


class GuardedBackend(httpcore.NetworkBackend):
    """Connects to addresses that `resolve` let pass."""

    def __init__(self, *, allow_private: bool) -> None:
        self._allow_private = allow_private
        self._backend = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Return a connection to the first address of `host` that answers."""
        failure: Exception = httpcore.ConnectError(f"{host} has no address")
        for address in resolve(host, port, allow_private=self._allow_private):
            try:
                return self._backend.connect_tcp(address, port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
        raise failure


class GuardedTransport(httpx.HTTPTransport):
    """An HTTP transport all of whose connections are guarded."""

    def __init__(self, *, allow_private: bool, connections: int) -> None:
        super().__init__(trust_env=False)
        self._pool = httpcore.ConnectionPool(
            ssl_context=httpx.create_ssl_context(),
            max_connections=connections,
            keepalive_expiry=10.0,
            network_backend=GuardedBackend(allow_private=allow_private),
        )


class ProxiedTransport(httpx.HTTPTransport):
    """An HTTP transport all of whose requests go to a proxy, which may stand on a private network.

    The proxy connects, so that the address it takes cannot be checked here. What this machine knows to be private is
    refused before the proxy is asked; what it cannot resolve is left to the proxy's own rules.
    """

    def __init__(self, proxy: str, *, allow_private: bool, connections: int) -> None:
        super().__init__(trust_env=False, proxy=proxy, limits=httpx.Limits(max_connections=connections))
        self._allow_private = allow_private

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Ask the proxy for `request`; raises AddressRefusedError when its host is known to be private."""
        if not self._allow_private:
            _refuse_private(request.url.host, request.url.port or 443)
        return super().handle_request(request)


def _refuse_private(host: str, port: int) -> None:
    """Raise AddressRefusedError when `host` is a private address, or resolves to one on this machine."""
    with contextlib.suppress(httpcore.ConnectError):
        resolve(host, port, allow_private=False)
