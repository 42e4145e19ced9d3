# SPDX-License-Identifier: Apache-2.0
"""Resources on a web server, each in a bounded time and of a bounded length, whatever the server does."""

import http.client
import socket
import ssl
import threading
import time
import urllib.parse

from .errors import Broken, Malformed, Unreadable

REDIRECTS_MAX = 5
PART = 1 << 16  # bytes that are read at once
LOOPBACK = ("localhost", "127.0.0.1", "::1")


def is_url(text):
    return text.startswith(("https://", "http://"))


def split_url(text, allow_http):
    """The parts of a URL that a log may be read from, without the slash at its end."""
    try:
        parts = urllib.parse.urlsplit(text.rstrip("/"))
        host, _ = parts.hostname, parts.port
    except ValueError:
        host = None
    if not host or parts.scheme not in ("http", "https") or "@" in parts.netloc or parts.query or parts.fragment:
        raise Malformed("no address of a log: https://, a host and a path")
    if parts.scheme == "http" and not allow_http and host not in LOOPBACK:
        raise Malformed("http:// of another machine is read with --allow-http only: the log's signatures protect "
                        "what it says, but not who sees that you read it")
    return parts


class WebSource:
    """Resources below a URL. One request at a time, over one connection that is kept."""

    def __init__(self, url, seconds, allow_http=False):
        self.url, self.seconds = split_url(url, allow_http), seconds
        self.connection = self.socket = None
        self.late = False

    def get(self, resource, most):
        """Its bytes, or None where the server says that it is not there."""
        self.late, self.deadline = False, time.monotonic() + self.seconds
        # A timeout of the socket would begin anew with every byte that a slow server sends.
        watchman = threading.Timer(self.seconds, self.hang_up)
        watchman.daemon = True
        watchman.start()
        try:
            return self.follow(resource, most)
        except Unreadable:
            self.close()
            raise
        except (OSError, http.client.HTTPException, ValueError, AttributeError) as error:
            self.close()
            if self.late or isinstance(error, (TimeoutError, socket.timeout)):
                error = "it did not answer within %d seconds" % self.seconds
            raise Unreadable("the server did not send %s: %s" % (resource, error or type(error).__name__))
        finally:
            watchman.cancel()

    def follow(self, resource, most):
        path = self.url.path + "/" + resource
        for _ in range(REDIRECTS_MAX + 1):
            response = self.answer(path)
            place = response.getheader("Location") if response.status in (301, 302, 303, 307, 308) else None
            if place is None:
                return self.body(response, resource, most)
            self.close()  # what else it answers is not read
            path = self.path_below(urllib.parse.urljoin(urllib.parse.urlunsplit(self.url._replace(path=path)), place))
        raise Unreadable("the server did not send %s: too many redirects" % resource)

    def path_below(self, place):
        """The path of an address in the log's own folder."""
        parts = urllib.parse.urlsplit(place)
        inside = parts.path.startswith(self.url.path + "/") and not {".", ".."} & {
            urllib.parse.unquote(part) for part in parts.path.split("/")}
        if (parts.scheme, parts.netloc) != (self.url.scheme, self.url.netloc) or not inside or parts.query:
            raise Unreadable("the server points to %s, which is not in the log's folder" % place)
        return parts.path

    def answer(self, path):
        """The response, over the connection that is there or, once it has gone, over another."""
        for fresh in (self.connection is None, True):
            if self.connection is None:
                self.connect()
            try:
                self.connection.request("GET", path, headers={"Accept-Encoding": "identity"})
                return self.connection.getresponse()
            except (http.client.RemoteDisconnected, ConnectionError, BrokenPipeError):
                self.close()
                if fresh or self.late:
                    raise

    def body(self, response, resource, most):
        if response.status in (404, 410):
            response.read(PART)
            self.close()
            return None
        if response.status != 200 or response.getheader("Content-Encoding", "identity") != "identity":
            raise Unreadable("the server did not send %s: it answered %d %s" % (
                resource, response.status, response.getheader("Content-Encoding", "")))
        data = bytearray()
        while len(data) <= most:
            part = response.read1(PART)
            if not part:
                break
            data += part
        if len(data) > most:
            self.close()
            raise Broken("foreign", "tile", "%s is longer than %d bytes" % (resource, most), resource=resource)
        if self.late or response.length:
            raise OSError("it ended too early")
        self.close() if response.will_close else response.close()  # the connection is kept for the next
        return bytes(data)

    def connect(self):
        host, https = self.url.hostname, self.url.scheme == "https"
        left = max(self.deadline - time.monotonic(), 0.001)
        self.socket = socket.create_connection((host, self.url.port or (443 if https else 80)), left)
        self.connection = (http.client.HTTPSConnection if https else http.client.HTTPConnection)(host, self.url.port)
        self.connection.auto_open = 0  # it would do so without a bound
        if https:
            self.socket = ssl.create_default_context().wrap_socket(
                self.socket, server_hostname=host, do_handshake_on_connect=False)
            self.socket.do_handshake()
        self.connection.sock = self.socket

    def hang_up(self):
        self.late = True
        try:
            self.socket.shutdown(socket.SHUT_RDWR)
        except (AttributeError, OSError):
            pass

    def close(self):
        if self.socket is not None:
            self.socket.close()
        self.connection = self.socket = None
