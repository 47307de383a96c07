"""A real HTTP server on this machine: pages by path, what it was asked, and answers that are broken on purpose."""

import gzip
import http.server
import threading
import time

PARAGRAPH = (
    "قتل ثلاثة مدنيين وأصيب خمسة آخرون، صباح اليوم، بقصف مدفعي استهدف حيا سكنيا في المدينة رقم {n}، "
    "وفق ما قال مصدر طبي في المستشفى العام الذي نقل إليه الجرحى. وأضاف المصدر أن بين القتلى طفلا وامرأة."
)


def page(n=1, *, head="", title=None, extra=""):
    title = title or f"قصف مدفعي على الحي رقم {n}"
    text = "".join(f"<p>{PARAGRAPH.format(n=n)} {word}.</p>" for word in ("وقال شهود", "وأعلنت البلدية", "وتوقف القصف"))
    return f"<!DOCTYPE html><html lang='ar'><head><meta charset='utf-8'><title>{title}</title>{head}</head><body><nav>الرئيسية</nav><article><h1>{title}</h1>{text}{extra}</article></body></html>".encode()


def rss(base, entries, *, full=False):
    items = "".join(
        f"<item><title>{title}</title><link>{base}{path}</link><guid>{path}</guid>"
        f"<pubDate>Sat, 08 Feb 2025 10:0{n}:00 +0300</pubDate><description>ملخص قصير</description>"
        + (
            f"<content:encoded><![CDATA[<p>{PARAGRAPH.format(n=n)}</p><p>{PARAGRAPH.format(n=n + 50)}</p><script>x()</script>]]></content:encoded>"
            if full
            else ""
        )
        + "</item>"
        for n, (path, title) in enumerate(entries)
    )
    return f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>خلاصة</title>{items}</channel></rss>'.encode()


class Server:
    """Answers from `pages`: path -> bytes, or a function of the handler."""

    def __init__(self):
        self.pages, self.asked = {}, []
        outer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                outer.asked.append((self.path, dict(self.headers)))
                answer = outer.pages.get(self.path)
                if callable(answer):
                    answer(self)
                elif answer is None:
                    self.reply(404, b"nothing", "text/plain")
                else:
                    kind = "application/xml" if self.path.endswith(".xml") else "text/html; charset=utf-8"
                    self.reply(200, answer, kind, etag=f'"{hash(answer)}"')

            def reply(self, status, body=b"", kind="text/html", etag=None, **headers):
                if etag and self.headers.get("If-None-Match") == etag:
                    status, body = 304, b""
                self.send_response(status)
                for name, value in {
                    "Content-Type": kind,
                    "ETag": etag,
                    "Content-Length": str(len(body)),
                    **headers,
                }.items():
                    if value is not None:
                        self.send_header(name.replace("_", "-"), value)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()
        self.base = f"http://127.0.0.1:{self._server.server_port}"

    def close(self):
        self._server.shutdown()
        self._server.server_close()

    def paths(self):
        return [path for path, _ in self.asked if path != "/robots.txt"]


def redirect(to):
    return lambda handler: handler.reply(302, Location=to)


def busy_once():
    told = []

    def answer(handler):
        told.append(1)
        if len(told) == 1:
            handler.reply(429, Retry_After="0")
        else:
            handler.reply(200, page(7))

    return answer


def endless(handler):
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.send_header("Connection", "close")
    handler.end_headers()
    handler.close_connection = True
    try:
        for _ in range(5000):
            handler.wfile.write(b"x" * 65536)
    except OSError:
        pass


def dripping(handler):
    handler.send_response(200)
    handler.send_header("Connection", "close")
    handler.end_headers()
    handler.close_connection = True
    try:
        for _ in range(50):
            handler.wfile.write(b"x")
            handler.wfile.flush()
            time.sleep(0.1)
    except OSError:
        pass


def gzip_bomb(handler):
    handler.reply(200, gzip.compress(bytes(60_000_000)), Content_Encoding="gzip")
