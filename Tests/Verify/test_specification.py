# SPDX-License-Identifier: Apache-2.0
"""python3 -m unittest discover -s Tests/Verify

The pages of the specification: their examples recomputed, and their lists compared.
"""

import base64
import hashlib
import json
import os
import re
import unittest

import make_log
from make_log import Key, canonical
from verifier import age, forms
from verifier.notes import key_id

GOLDEN = os.path.join(make_log.ROOT, "Tests", "Golden")


def page(module, name):
    with open(os.path.join(make_log.ROOT, "Sources", module, module + ".docc", name + ".md"), encoding="utf-8") as file:
        return file.read()


def golden(name):
    with open(os.path.join(GOLDEN, "good", name + ".viche"), "rb") as file:
        return file.read()


def bodies(data, kind=b"entry"):
    """The bodies of the frames of a kind."""
    found, at = [], data.index(b"\n") + 1
    while at < len(data):
        frame = re.compile(rb"(\w+) (\d+)\n").match(data, at)
        at = frame.end() + int(frame.group(2))
        found += [data[frame.end():at]] if frame.group(1) == kind else []
    return found


def line_of(data, type_):
    """The first statement's line of a type, with its LF."""
    return next(line for line in data.splitlines(True) if line.startswith(b"{") and b'"type":"%s"' % type_ in line)


def sha256(*parts):
    return hashlib.sha256(b"".join(parts)).hexdigest()


class Examples(unittest.TestCase):
    def setUp(self):
        lines = re.findall(r"^    ([^:\n]+): (.*)$", page("Ledger", "Examples"), re.M)
        self.given = dict(lines)
        self.assertEqual(len(self.given), len(lines))

    def same(self, **found):
        for name, value in found.items():
            self.assertEqual(self.given[name.replace("_", " ")], value)

    def test_an_entry(self):
        key = Key("tiny.example/a", bytes.fromhex(self.given["secret"]))
        text = (self.given["statement"] + "\n").encode()
        body = b"1 2025-01-07T08:00:00Z\n" + text + b"\n" + key.line(text).encode()
        self.assertEqual(canonical(json.loads(text)).encode() + b"\n", text)
        self.same(public=key.public.hex(), key_ID=key_id(key.name, key.public).hex(), verifier_key=key.vkey, digest=sha256(text),
                  signature=key.sign(text).hex(), signature_line=key.line(text)[:-1], body_length=str(len(body)),
                  leaf_hash=sha256(b"\0", body))

    def test_a_tree(self):
        data = golden("tiny")
        leaves = [hashlib.sha256(b"\0" + body).digest() for body in bodies(data)]
        node = hashlib.sha256(b"\1" + leaves[0] + leaves[1]).digest()
        root = hashlib.sha256(b"\1" + node + leaves[2]).digest()
        text = "tiny.example/log\n3\n%s\n" % base64.b64encode(root).decode()
        signed = Key("tiny.example/log").line(text.encode())
        self.assertEqual(bodies(data, b"checkpoint")[-1].decode(), text + "\n" + signed)
        self.same(leaf_0=leaves[0].hex(), leaf_1=leaves[1].hex(), leaf_2=leaves[2].hex(), node=node.hex(), root=root.hex(),
                  root_in_base64=base64.b64encode(root).decode(), checkpoint_signature_line=signed[:-1])

    def test_statutes_and_a_commitment(self):
        statutes = canonical(json.loads(line_of(golden("tiny"), b"ledger.founded"))["statutes"]).encode()
        self.assertEqual(len(statutes), 710)
        self.same(statutes_digest=sha256(statutes), commitment=sha256(
            b"viche/commit/v1\0email\0", bytes.fromhex(self.given["salt"]), self.given["value"].encode()))

    def test_a_sealed_ballot(self):
        data = golden("expulsion")
        self.assertIn(b'"ballot.cast"', bodies(data)[5])
        sealed = base64.b64decode(json.loads(line_of(data, b"ballot.cast"))["sealed"])
        for teller in "DE":
            secret = age.decode_bech32(self.given["identity of " + teller], "AGE-SECRET-KEY-")
            sealed = age.open_age(sealed, secret)
        self.assertEqual((len(sealed), sealed.rstrip(b" ").decode()), (96, self.given["within"]))

    def test_lots(self):
        closed = hashlib.sha256(line_of(golden("lot"), b"call.closed")).digest()
        seed = hashlib.sha256(line_of(golden("points-lot"), b"vote.opened")).digest()
        self.same(seed=seed.hex())
        self.assertEqual(self.given["call.closed digest"], closed.hex())
        for name in ("A-1", "A-2", "A-3"):
            self.assertEqual(self.given["lot of " + name], sha256(b"\0".join([b"viche/lot/v1", closed, b"4711", name.encode()])))
        for name in ("N-2", "N-3"):
            self.assertEqual(self.given["tie of " + name], sha256(seed, b"\0", name.encode()))


class Lists(unittest.TestCase):
    def test_every_reason_has_a_golden_log(self):
        with open(os.path.join(GOLDEN, "golden.json"), encoding="utf-8") as file:
            reasons = {row.get("reason") for row in json.load(file)}
        codes = set(re.findall(r"^## (\w+)$", page("Governance", "Refusals"), re.M)) - {"Overview"}
        table = page("Ledger", "Format").split("## Faults")[1].split("## Writing")[0]
        faults = set(re.findall(r"^\| `(\w+)` \|", table, re.M))
        self.assertEqual(len(faults), 10)
        self.assertEqual((codes | faults) - reasons, set())
        self.assertEqual(reasons - codes - faults, {None})

    def test_the_forms_of_fields(self):
        block = re.search(r"```\n(.*?)```", page("Governance", "Fields"), re.S).group(1)
        told = {line.split()[0]: line.split()[1:] for line in block.strip().splitlines()}
        self.assertEqual(told, forms.FORMS)

    def test_every_key_of_the_model_statutes_is_on_the_page(self):
        text = page("Governance", "Statutes")
        named = set(re.findall(r"`(\w+)`", text))
        for name in os.listdir(os.path.join(make_log.ROOT, "Policies")):
            if name.endswith(".yaml"):
                statutes = make_log.statutes(name[:-5])
                self.assertEqual(set(statutes) - named, set(), name)
                for section in set(statutes) - FREE:
                    self.assertEqual(keys(list(statutes[section].values())) - named, set(), (name, section))


# Sections without keys of their own.
FREE = {"policy", "version", "title", "language", "timezone", "parameters", "define", "disclosure", "amend"}


def keys(tree):
    """All keys of a tree; those of `cosign` are types of statements."""
    if isinstance(tree, dict):
        return set(tree).union(*(keys(value) for key, value in tree.items() if key != "cosign"))
    return set().union(*map(keys, tree)) if isinstance(tree, list) else set()


if __name__ == "__main__":
    unittest.main()
