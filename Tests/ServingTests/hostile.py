# SPDX-License-Identifier: Apache-2.0
"""Speaks to a server as nobody should; prints for each manner what came back.

    python3 hostile.py PORT MANNER
"""

import socket
import sys
import time

port, manner = int(sys.argv[1]), sys.argv[2]


def connect():
    return socket.create_connection(("127.0.0.1", port), timeout=10)


def answer(sock):
    """The first line of every answer until the other side closes."""
    data = b""
    try:
        while part := sock.recv(65536):
            data += part
    except ConnectionResetError:
        pass
    lines = [line.decode() for line in data.split(b"\r\n") if line.startswith(b"HTTP/")]
    return ", ".join(lines) or "nothing"


def exchange(*parts):
    with connect() as sock:
        try:
            for part in parts:
                sock.sendall(part)
        except (BrokenPipeError, ConnectionResetError):
            pass
        return answer(sock)


GOOD = b"POST /add-checkpoint HTTP/1.1\r\nHost: w\r\nContent-Length: 5\r\n\r\nhello"


def slowly():
    """A header that never ends, a byte at a time."""
    with connect() as sock:
        begun = time.monotonic()
        try:
            for byte in b"GET / HTTP/1.1\r\nX: " + b"x" * 100:
                sock.sendall(bytes([byte]))
                time.sleep(0.1)
        except (BrokenPipeError, ConnectionResetError):
            pass
        sock.settimeout(10)
        came = answer(sock)
        return came + (", soon" if time.monotonic() - begun < 6 else ", late")


def silently():
    with connect() as sock:
        return answer(sock)


def in_numbers():
    """Takes every place, then asks once more, leaves, and asks again."""
    held = [connect() for _ in range(8)]
    time.sleep(0.3)
    crowded = exchange(GOOD)
    for sock in held:
        sock.close()
    time.sleep(0.3)
    return crowded + " then " + exchange(GOOD)


def without_reading():
    """Asks for the long answer and reads none of it; the server must not wait for ever."""
    with connect() as sock:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        sock.sendall(b"GET /long HTTP/1.1\r\nHost: w\r\n\r\n")
        time.sleep(4)
    return exchange(GOOD)


POST = b"POST / HTTP/1.1\r\nHost: w\r\n"
print({
    "good": lambda: exchange(GOOD),
    "body": lambda: exchange(POST + b"Content-Length: 65537\r\n\r\n"),
    "chunks": lambda: exchange(POST + b"Transfer-Encoding: chunked\r\n\r\n", *[b"1000\r\n" + b"x" * 4096 + b"\r\n"] * 400),
    "line": lambda: exchange(b"GET /" + b"x" * 100_000),
    "header": lambda: exchange(POST + b"X: " + b"x" * 100_000),
    "headers": lambda: exchange(POST + b"".join(b"x%d: y\r\n" % n for n in range(100)) + b"\r\n"),
    "garbage": lambda: exchange(bytes(range(256)) * 40),
    "tls": lambda: exchange(b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\0" * 500),
    "length": lambda: exchange(POST + b"Content-Length: 5x\r\n\r\nhello"),
    "both": lambda: exchange(POST + b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
    "lengths": lambda: exchange(POST + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello!"),
    "chunk": lambda: exchange(POST + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n"),
    "pipelined": lambda: exchange(GOOD * 20),
    "slow": slowly,
    "silent": silently,
    "crowd": in_numbers,
    "unread": without_reading,
}[manner]())
