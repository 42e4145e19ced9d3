# SPDX-License-Identifier: Apache-2.0
"""A witness that shares no code with us (c2sp.org/tlog-cosignature). Needs Python and openssl.

    python3 witness.py key NAME             NAME.pem and NAME.vkey, a key of type 0x04
    python3 witness.py cosign LOG TIME NAME...
                                            appends the last checkpoint with their cosignatures
"""

import base64
import hashlib
import re
import subprocess
import sys


def openssl(*arguments, text=b""):
    return subprocess.run(["openssl", *arguments], input=text, check=True, capture_output=True).stdout


def key(name):
    openssl("genpkey", "-algorithm", "ed25519", "-out", name + ".pem")
    public = openssl("pkey", "-in", name + ".pem", "-pubout", "-outform", "DER")[-32:]
    key_id = hashlib.sha256(name.encode() + b"\n\x04" + public).digest()[:4]
    with open(name + ".vkey", "w") as file:
        file.write("%s+%s+%s\n" % (name, key_id.hex(), base64.b64encode(b"\x04" + public).decode()))


def line(name, checkpoint, time):
    key_id = bytes.fromhex(open(name + ".vkey").read().split("+")[1])
    with open(name + ".message", "wb") as file:
        file.write(b"cosignature/v1\ntime %d\n" % time + checkpoint)
    signature = openssl("pkeyutl", "-sign", "-rawin", "-inkey", name + ".pem", "-in", name + ".message")
    blob = key_id + time.to_bytes(8, "big") + signature
    return "\u2014 {} {}\n".format(name, base64.b64encode(blob).decode()).encode()


def last_checkpoint(data):
    for match in reversed(list(re.finditer(rb"(?m)^checkpoint ([0-9]+)\n", data))):
        if match.end() + int(match[1]) == len(data):
            return data[match.end():]
    sys.exit("witness.py: the log does not end in a checkpoint")


def cosign(log, time, *names):
    note = last_checkpoint(open(log, "rb").read())
    text = note[:note.rindex(b"\n\n") + 1]
    note += b"".join(line(name, text, int(time)) for name in names)
    with open(log, "ab") as file:
        file.write(b"checkpoint %d\n" % len(note) + note)


{"key": key, "cosign": cosign}[sys.argv[1]](*sys.argv[2:])
