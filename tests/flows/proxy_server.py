"""A real HTTP proxy on this machine: it notes what it was asked, and knows names that nobody else resolves."""

import http.client
import http.server
import threading
from urllib.parse import urlsplit


class Proxy:
    """Forwards requests; `names` says which address stands behind a host name. Tunnels are refused, but noted."""

    def __init__(self, names):
        self.asked = []
        outer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                parts = urlsplit(self.path)
                outer.asked.append(self.path)
                connection = http.client.HTTPConnection(names.get(parts.netloc, parts.netloc))
                kept = {name: value for name, value in self.headers.items() if not name.lower().startswith("proxy-")}
                connection.request("GET", parts.path, headers=kept)
                answer = connection.getresponse()
                body = answer.read()
                self.send_response(answer.status)
                for name, value in answer.getheaders():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            def do_CONNECT(self):
                outer.asked.append(f"CONNECT {self.path}")
                self.send_error(502)

            def log_message(self, *_):
                pass

        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()
        self.address = f"http://127.0.0.1:{self._server.server_port}"

    def close(self):
        self._server.shutdown()
        self._server.server_close()
