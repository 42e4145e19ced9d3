# SPDX-License-Identifier: Apache-2.0
"""Has a witness cosign every checkpoint of a log, then those of a fork, by the client of aics-witness.

    python3 witness.py URL VKEYFILE LOG FORK

The tree, the proofs and the check of the cosignatures are aics-tlog's; of the log only the frames are
read here.
"""

import sys

from aics_tlog.tree import MerkleTree
from aics_witness.feeder import WitnessClient, WitnessRejected


def frames(path):
    with open(path, "rb") as file:
        data = file.read()
    at = data.index(b"\n") + 1
    while at < len(data):
        end = data.index(b"\n", at)
        kind, length = data[at:end].split(b" ")
        at = end + 1 + int(length)
        yield kind.decode(), data[end + 1:at]


def submit(client, path):
    """How many different sizes were cosigned."""
    tree, sizes = MerkleTree(), set()
    for kind, body in frames(path):
        if kind == "entry":
            tree.append(body)
        else:
            text, _, lines = body.partition(b"\n\n")
            note = text + b"\n\n" + lines.split(b"\n")[0] + b"\n"
            client.submit(note, tree.consistency_proof)
            sizes.add(tree.size)
    return len(sizes)


url, vkey_file, log, fork = sys.argv[1:]
with open(vkey_file) as file:
    client = WitnessClient(url, file.read().strip(), max_attempts=2)
cosigned = submit(client, log)
if cosigned != 3:
    sys.exit(f"{cosigned} sizes were cosigned, not 3")
client.known_sizes.clear()
last = [body for kind, body in frames(fork) if kind == "checkpoint"][-1]
tree = MerkleTree(body for kind, body in frames(fork) if kind == "entry")
try:
    client.submit(last, tree.consistency_proof)
except WitnessRejected as error:
    if error.status != 422:
        sys.exit(f"the fork was refused with {error.status}, not 422")
else:
    sys.exit("the fork was cosigned")
