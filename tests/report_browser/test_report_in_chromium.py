"""The report in a real browser: direction, links from number to evidence, no request, no script of an article."""

import dataclasses
import shutil

import pytest

from tests.report_browser.newsroom import build_newsroom
from transforms.report import build_view, render_html
from warehouse.publish import Published
from warehouse.report_data import load_report_data

playwright = pytest.importorskip("playwright.sync_api", reason="Playwright for Python is not installed")
CHROMIUM = shutil.which("chromium")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="Debian's chromium is not installed")

PHONE, DESK = {"width": 390, "height": 844}, {"width": 1200, "height": 900}


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory):
    root = tmp_path_factory.mktemp("newsroom")
    build_newsroom(root / "warehouse")
    with Published.open(root / "warehouse") as published:
        return root, build_view(load_report_data(published))


@pytest.fixture(scope="module")
def report_file(newsroom):
    root, view = newsroom
    file = root / "report.html"
    file.write_text(render_html(view, files=[("CSV", "events.csv")]), encoding="utf-8")
    return file


@pytest.fixture(scope="module")
def long_report_file(newsroom):
    """The report as if a page could list no more than ten events; the hostile one is among the others."""
    root, view = newsroom
    hostile = [event for event in view.events if "<b>" in (event.place.en or "")]
    listed = tuple(event for event in view.events if event not in hostile)[:10]
    rest = tuple(event for event in view.events if event not in listed)
    file = root / "long.html"
    file.write_text(render_html(dataclasses.replace(view, events=listed, further=rest)), encoding="utf-8")
    return file


@pytest.fixture(scope="module")
def browser():
    with playwright.sync_playwright() as driver:
        # No sandbox: in containers Chromium runs as root. The rest keeps it from calling home.
        flags = [
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--no-first-run",
        ]
        opened = driver.chromium.launch(executable_path=CHROMIUM, args=flags)
        yield opened
        opened.close()


class Visit:
    """A page with what it said and asked for while it was open."""

    def __init__(self, browser, file, *, viewport, fragment="", javascript=True):
        self.context = browser.new_context(viewport=viewport, java_script_enabled=javascript)
        self.page = self.context.new_page()
        self.page.set_default_timeout(30_000)
        self.complaints, self.requests = [], []
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", lambda dialog: (self.complaints.append(dialog.message), dialog.dismiss()))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.goto(f"{file.as_uri()}{fragment}")


@pytest.fixture
def visit(browser, report_file):
    visits = []

    def open_page(viewport=DESK, *, file=report_file, **values):
        visits.append(Visit(browser, file, viewport=viewport, **values))
        return visits[-1]

    yield open_page
    for one in visits:
        one.context.close()


@pytest.mark.parametrize("viewport", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("fragment", ["", "#en"], ids=["ar", "en"])
def test_the_page_asks_for_nothing_complains_of_nothing_and_fits(visit, viewport, fragment):
    seen = visit(viewport, fragment=fragment)
    assert seen.complaints == []
    assert [url for url in seen.requests if not url.startswith("file:")] == []
    assert len(seen.requests) == 1
    assert seen.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_arabic_runs_from_right_to_left(visit):
    page = visit().page
    assert page.evaluate("[document.documentElement.lang, document.documentElement.dir]") == ["ar", "rtl"]
    heading, edition = page.locator("#ar h1").bounding_box(), page.locator("#ar").bounding_box()
    first, last = (
        page.locator("#ar .figures > div").first.bounding_box(),
        page.locator("#ar .figures > div").last.bounding_box(),
    )
    assert first["x"] > last["x"]
    assert heading["x"] + heading["width"] == pytest.approx(edition["x"] + edition["width"], abs=30)
    assert page.evaluate("getComputedStyle(document.querySelector('#ar blockquote')).direction") == "rtl"


def test_the_language_switch_changes_direction_title_and_edition(visit):
    page = visit().page
    arabic_title = page.title()
    page.locator("[data-language=en]").click()
    assert page.evaluate("[document.documentElement.lang, document.documentElement.dir]") == ["en", "ltr"]
    assert page.title() != arabic_title
    assert (page.locator("#ar").is_visible(), page.locator("#en").is_visible()) == (False, True)


def test_without_script_both_editions_can_be_read(visit):
    page = visit(javascript=False).page
    assert page.locator("#ar h1").is_visible()
    assert page.locator("#en h1").is_visible()
    assert page.locator("#en .event-row").count() > 0


def test_a_number_leads_to_exactly_so_many_rows(visit):
    page = visit(fragment="#en").page
    links = page.locator("#by-country-en tbody tr td:nth-child(2) a")
    numbers = [int(text) for text in links.all_inner_texts()]
    for position, number in enumerate(numbers):
        links.nth(position).click()
        assert page.locator("#en .event-row:not([hidden])").count() == number
        assert f"Shown: {number} of" in page.locator("#en .filter-text").inner_text()
    page.locator("#en .filter a").click()
    assert page.locator("#en .event-row:not([hidden])").count() == sum(numbers)


def test_a_number_leads_to_the_rows_that_the_page_does_not_list_too(visit, long_report_file):
    page = visit(file=long_report_file, fragment="#en").page
    assert page.locator("#en .event-row").count() == 10
    links = page.locator("#by-country-en tbody tr td:nth-child(2) a")
    numbers = [int(text) for text in links.all_inner_texts()]
    assert sum(numbers) > 10
    for position, number in enumerate(numbers):
        links.nth(position).click()
        assert page.locator("#en .event-row:not([hidden])").count() == number
    page.locator("#en .filter a").click()
    row = page.locator("#en .event-row.further", has_text="Killed").first
    row.locator("summary").click()
    assert row.locator("blockquote mark.trigger").first.is_visible()
    assert row.locator(".source a").first.get_attribute("href").startswith("https://")


def test_hostile_text_among_further_rows_never_runs(visit, long_report_file):
    seen = visit(file=long_report_file, fragment="#en")
    seen.page.locator("#en .figures a").first.click()
    hostile = seen.page.locator("#en .event-row.further", has_text='Mosul"><b>')
    assert hostile.count() == 1
    hostile.locator("summary").click()
    assert "<script>alert" in hostile.locator("blockquote").inner_text()
    assert hostile.locator("script, img, b, a").count() == 0
    assert "owned" not in seen.page.title()
    assert seen.complaints == []


def test_a_row_leads_to_its_sentence_and_the_sentence_to_its_article(visit):
    page = visit(fragment="#en").page
    row = page.locator("#en .event-row").first
    row.locator("summary").click()
    assert row.locator("blockquote mark.trigger").first.is_visible()
    assert row.locator("blockquote mark.toll").first.is_visible()
    address = row.locator(".source a").first.get_attribute("href")
    assert address.startswith("https://")
    assert address.split("/")[2].endswith(".example")


def test_a_point_on_the_map_leads_to_its_rows(visit):
    page = visit(fragment="#en").page
    point = page.locator("#map-en svg a").last
    number = int(point.get_attribute("aria-label").split(": ")[1].split()[0])
    point.locator("circle").click()
    assert page.locator("#en .event-row:not([hidden])").count() == number


def test_hostile_text_of_an_article_is_shown_and_never_runs(visit):
    seen = visit(fragment="#en")
    hostile = seen.page.locator("#en .event-row", has_text='Mosul"><b>')
    assert hostile.count() == 1
    hostile.locator("summary").click()
    assert "<script>alert" in hostile.locator("blockquote").first.inner_text()
    assert hostile.locator("script, img").count() == 0
    assert seen.page.evaluate("document.querySelectorAll('script').length") == 1
    assert "owned" not in seen.page.title()
    assert hostile.locator("a[href^=javascript]").count() == 0
    assert seen.complaints == []


CONTRAST = """() => {
  const channel = (v) => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  const light = (c) => { const [r, g, b] = c.match(/[\\d.]+/g).map(Number); return 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b); };
  const ground = (node) => { for (; node; node = node.parentElement) { const c = getComputedStyle(node).backgroundColor; if (!/, 0\\)$|transparent/.test(c)) return c; } return "rgb(255, 255, 255)"; };
  const poor = [];
  for (const node of document.querySelectorAll("#en :is(p, li, dt, dd, th, td, a, figcaption, mark, span, summary, small, h1, h2, h3)")) {
    if (!node.offsetParent || !node.innerText.trim()) continue;
    const [one, two] = [light(getComputedStyle(node).color), light(ground(node))].sort((a, b) => b - a);
    if ((one + 0.05) / (two + 0.05) < 4.5) poor.push(node.tagName + "." + node.className + ": " + node.innerText.slice(0, 40));
  }
  return poor;
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground(visit, scheme):
    page = visit(fragment="#en").page
    page.emulate_media(color_scheme=scheme)
    assert page.evaluate(CONTRAST) == []


def test_every_chart_has_a_label_and_its_numbers_in_a_table(visit):
    page = visit(fragment="#en").page
    for section in ("trend", "map"):
        assert all(
            page.locator(f"#{section}-en svg.chart").evaluate_all(
                "nodes => nodes.map(node => node.getAttribute('aria-label'))"
            )
        )
        assert page.locator(f"#{section}-en details table tbody tr").count() > 0
    unlabelled = page.locator("#en svg:not([aria-label]):not([aria-hidden])")
    assert unlabelled.count() == 0


def test_the_page_prints(visit):
    page = visit(fragment="#en").page
    assert len(page.pdf(format="A4")) > 20_000
    page.emulate_media(media="print")
    assert not page.locator("nav.languages").is_visible()


@pytest.mark.parametrize("code", ["ar", "en"])
def test_nothing_is_cut_off_on_paper(visit, code):
    page = visit({"width": 700, "height": 1000}, fragment=f"#{code}").page
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    edges = page.evaluate(
        "code => [...document.querySelectorAll(`#${code} :is(td, th, p, dd, figcaption)`)]"
        ".filter(node => node.offsetParent && !node.closest('.unseen, .skip'))"
        ".map(node => node.getBoundingClientRect())"
        ".map(box => [Math.floor(box.left), Math.ceil(box.right)])",
        code,
    )
    assert min(left for left, _ in edges) >= 0
    assert max(right for _, right in edges) <= 700


def test_only_the_beginning_of_a_long_list_is_printed(visit):
    page = visit(fragment="#en").page
    page.evaluate("""() => {
        const list = document.querySelector("#en .rows"), row = list.firstElementChild;
        for (let n = 0; n < 80; n++) list.append(row.cloneNode(true));
    }""")
    page.emulate_media(media="print")
    assert page.locator("#en .event-row:visible").count() == 60
