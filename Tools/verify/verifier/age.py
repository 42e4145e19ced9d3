# SPDX-License-Identifier: Apache-2.0
"""Sealed ballots: files of age version 1 for X25519 keys (age-encryption.org/v1)."""

import hashlib
import hmac
import re

from .ed25519 import P
from .encoding import decode_base64
from .errors import Malformed

AGE_LINE = 64  # digits of a full line in a stanza
CHUNK = 65536 + 16  # bytes of a full chunk, with its tag
BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"


def decode_bech32(text, prefix):
    """The 32 bytes of an age recipient or identity."""
    lower = prefix.lower()
    if not text.startswith(prefix + "1") or text not in (text.lower(), text.upper()):
        raise Malformed("not a key of age: another prefix")
    digits = [BECH32.find(c) for c in text[len(prefix) + 1:].lower()]
    check = 1
    for value in [ord(c) >> 5 for c in lower] + [0] + [ord(c) & 31 for c in lower] + digits:
        top, check = check >> 25, (check & 0x1FFFFFF) << 5 ^ value
        for bit, generator in enumerate((0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)):
            check ^= generator if top >> bit & 1 else 0
    number = 0
    for digit in digits[:-6]:
        number = number << 5 | digit
    if -1 in digits or len(digits) != 58 or check != 1 or number & 15:
        raise Malformed("not a key of age: its check digits are wrong")
    return (number >> 4).to_bytes(32, "big")


def x25519(secret, point=b"\x09" + bytes(31)):
    """RFC 7748: the secret number times the point."""
    scalar = int.from_bytes(secret, "little") & (1 << 254) - 8 | 1 << 254
    x = int.from_bytes(point, "little") & (1 << 255) - 1
    x2, z2, x3, z3, swapped = 1, 0, x, 1, 0
    for shift in range(254, -1, -1):
        bit = scalar >> shift & 1
        if bit != swapped:
            x2, x3, z2, z3 = x3, x2, z3, z2
        swapped = bit
        a, b, c, d = x2 + z2, x2 - z2, x3 + z3, x3 - z3
        aa, bb, da, cb = a * a % P, b * b % P, d * a % P, c * b % P
        x3, z3 = (da + cb) ** 2 % P, x * (da - cb) ** 2 % P
        x2, z2 = aa * bb % P, (aa - bb) * (aa + 121665 * (aa - bb)) % P
    if swapped:
        x2, z2 = x3, z3
    return (x2 * pow(z2, P - 2, P) % P).to_bytes(32, "little")


def hkdf(key, salt, info):
    """32 bytes by RFC 5869 with SHA-256."""
    extracted = hmac.new(salt or bytes(32), key, hashlib.sha256).digest()
    return hmac.new(extracted, info + b"\x01", hashlib.sha256).digest()


def chacha20(key, counter, nonce):
    """One block of RFC 8439."""
    start = [int.from_bytes(part[i:i + 4], "little") for part in (
        b"expand 32-byte k", key, counter.to_bytes(4, "little"), nonce) for i in range(0, len(part), 4)]
    s = list(start)

    def turn(a, b, c, d):
        for x, y, z, left in ((a, b, d, 16), (c, d, b, 12), (a, b, d, 8), (c, d, b, 7)):
            s[x] = s[x] + s[y] & 0xFFFFFFFF
            mixed = s[z] ^ s[x]
            s[z] = (mixed << left | mixed >> 32 - left) & 0xFFFFFFFF

    for _ in range(10):
        for column in range(4):
            turn(column, column + 4, column + 8, column + 12)
        for column in range(4):
            turn(column, (column + 1) % 4 + 4, (column + 2) % 4 + 8, (column + 3) % 4 + 12)
    return b"".join((a + b & 0xFFFFFFFF).to_bytes(4, "little") for a, b in zip(s, start))


def poly1305(key, message):
    r, total = int.from_bytes(key[:16], "little") & 0x0FFFFFFC0FFFFFFC0FFFFFFC0FFFFFFF, 0
    for i in range(0, len(message), 16):
        total = (total + int.from_bytes(message[i:i + 16] + b"\x01", "little")) * r % (2**130 - 5)
    return (total + int.from_bytes(key[16:32], "little") & (1 << 128) - 1).to_bytes(16, "little")


def open_box(key, nonce, box):
    """The plain text of ChaCha20-Poly1305 (RFC 8439) without associated data, or Malformed."""
    sealed, tag = box[:-16], box[-16:]
    padded = sealed + bytes(-len(sealed) % 16) + bytes(8) + len(sealed).to_bytes(8, "little")
    if len(box) < 16 or not hmac.compare_digest(poly1305(chacha20(key, 0, nonce), padded), tag):
        raise Malformed("age: what was encrypted is not whole")
    stream = b"".join(chacha20(key, 1 + n, nonce) for n in range((len(sealed) + 63) // 64))
    return bytes(a ^ b for a, b in zip(sealed, stream))


def decode_unpadded(text):
    if b"=" in text:
        raise Malformed("age: base64 with padding")
    return decode_base64(text + b"=" * (-len(text) % 4))


def read_age_header(data):
    """(stanzas as (arguments, body), the bytes under the MAC, the MAC, what follows) of an age file."""
    lines, stanzas, at = data.split(b"\n"), [], 1
    if lines[0] != b"age-encryption.org/v1":
        raise Malformed("age: not a file of version 1")
    while at < len(lines) - 1 and lines[at].startswith(b"-> "):
        arguments, body, at = lines[at][3:].split(b" "), b"", at + 1
        while True:
            line, at = lines[at] if at < len(lines) - 1 else b"?", at + 1
            if len(line) > AGE_LINE or not all(re.match(rb"[!-~]+\Z", argument) for argument in arguments):
                raise Malformed("age: a stanza that is not of its form")
            body += decode_unpadded(line)
            if len(line) < AGE_LINE:
                break
        stanzas.append((arguments, body))
    if not stanzas or at >= len(lines) - 1 or not lines[at].startswith(b"--- "):
        raise Malformed("age: not a header")
    head = b"\n".join(lines[:at]) + b"\n---"
    return stanzas, head, decode_unpadded(lines[at][4:]), data[len(head) + len(lines[at]) - 2:]


def unwrap(body, share, identity, public):
    """The file key of an X25519 stanza, or None where it is for somebody else."""
    secret = x25519(identity, share)
    if not any(secret):
        raise Malformed("age: a share of small order")
    wrap = hkdf(secret, share + public, b"age-encryption.org/v1/X25519")
    try:
        return open_box(wrap, bytes(12), body)
    except Malformed:
        return None


def read_file_key(stanzas, identity):
    """The file key from the first stanza that is for this identity, or Malformed."""
    file_key, public = None, x25519(identity)
    for arguments, body in stanzas:
        if arguments[0] != b"X25519":
            continue
        share = decode_unpadded(arguments[1]) if len(arguments) == 2 else b""
        if len(share) != 32 or len(body) != 32:
            raise Malformed("age: an X25519 stanza that is not of its form")
        found = unwrap(body, share, identity, public)
        file_key = file_key or found
    if file_key is None:
        raise Malformed("age: for another recipient")
    return file_key


def open_payload(key, chunks):
    """The plain text of a payload: chunks of 64 KiB, each in a box, the last one marked."""
    plain, count = b"", max(1, -(-len(chunks) // CHUNK))
    for n in range(count):
        last = n == count - 1
        piece = open_box(key, n.to_bytes(11, "big") + bytes([last]), chunks[n * CHUNK:(n + 1) * CHUNK])
        if last and n and not piece:
            raise Malformed("age: an empty last chunk")
        plain += piece
    return plain


def open_age(data, identity):
    """What an age file for this identity (32 secret bytes) holds, or Malformed."""
    stanzas, head, mac, rest = read_age_header(data)
    file_key = read_file_key(stanzas, identity)
    if not hmac.compare_digest(hmac.new(hkdf(file_key, b"", b"header"), head, hashlib.sha256).digest(), mac):
        raise Malformed("age: a header that was changed")
    return open_payload(hkdf(file_key, rest[:16], b"payload"), rest[16:])
