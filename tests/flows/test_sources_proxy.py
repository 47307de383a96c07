"""Where the way out leads through a proxy, all requests go to it, and the inside of the network stays unread."""

import pytest

from flows.settings import ConfigError, load_settings
from flows.source_settings import SourceSettings
from flows.sources.adapter import NoMemory, find_adapter
from flows.sources.web.fetch import Fetcher
from tests.flows import newsroom_server as newsroom
from tests.flows.proxy_server import Proxy
from transforms.articles.records import Payload

NAME = "newsroom.invalid"  # resolved by the proxy alone


@pytest.fixture
def server():
    server = newsroom.Server()
    yield server
    server.close()


@pytest.fixture
def proxy(server):
    proxy = Proxy({NAME: server.base.removeprefix("http://")})
    yield proxy
    proxy.close()


def test_a_feed_and_its_pages_are_read_through_the_proxy(server, proxy):
    server.pages |= {"/feed.xml": newsroom.rss(f"http://{NAME}", [("/n/1", "أول")]), "/n/1": newsroom.page(1)}
    source = SourceSettings(
        "s", "rss", address=f"http://{NAME}/feed.xml", requests_per_second=500.0, proxy=proxy.address
    )
    pages = [record for record in find_adapter("rss").read(source, NoMemory()) if isinstance(record, Payload)]
    assert [page.known["url"] for page in pages] == [f"http://{NAME}/n/1"]
    assert proxy.asked == [f"http://{NAME}{path}" for path in ("/robots.txt", "/feed.xml", "/n/1")]


def test_secure_addresses_are_asked_for_through_a_tunnel(proxy):
    with Fetcher(proxy=proxy.address, requests_per_second=500, first_pause=0.01) as fetcher:
        assert fetcher.fetch(f"https://{NAME}/n/1").failure == "unreachable"
    assert f"CONNECT {NAME}:443" in proxy.asked


@pytest.mark.parametrize("host", ["10.1.2.3", "127.0.0.1", "169.254.169.254", "localhost", "[::1]"])
def test_a_proxy_is_not_asked_for_what_is_known_to_be_private(proxy, host):
    with Fetcher(proxy=proxy.address, requests_per_second=500) as fetcher:
        assert fetcher.fetch(f"http://{host}/n/1").failure == "private-address"
    assert proxy.asked == []


def test_a_redirect_into_the_network_is_refused_behind_a_proxy_too(server, proxy):
    server.pages["/n/1"] = newsroom.redirect("http://127.0.0.1/secret")
    with Fetcher(proxy=proxy.address, requests_per_second=500) as fetcher:
        assert fetcher.fetch(f"http://{NAME}/n/1").failure == "private-address"


def test_the_proxies_of_the_environment_are_not_used_by_themselves(server, proxy, monkeypatch):
    server.pages["/n/1"] = newsroom.page(1)
    monkeypatch.setenv("HTTP_PROXY", proxy.address)
    with Fetcher(allow_private=True, requests_per_second=500) as fetcher:
        assert fetcher.fetch(f"{server.base}/n/1").status == 200
    assert proxy.asked == []


def test_the_proxy_of_all_serves_sources_without_one_of_their_own(tmp_path):
    (tmp_path / "marsad.toml").write_text(
        'proxy = "http://proxy.example:3128"\n[[sources]]\nname = "a"\npath = "a"\n'
        '[[sources]]\nname = "b"\npath = "b"\nproxy = "http://other.example:8080"\n',
        encoding="utf-8",
    )
    sources = load_settings(str(tmp_path / "marsad.toml")).sources
    assert [source.proxy for source in sources] == ["http://proxy.example:3128", "http://other.example:8080"]


@pytest.mark.parametrize("proxy", ["proxy.example:3128", "socks5://proxy.example:1080", "http://"])
def test_a_proxy_that_is_no_address_stops_at_once(proxy):
    with pytest.raises(ConfigError, match=r"http://proxy.example:3128"):
        load_settings(environment={"MARSAD_PROXY": proxy})
