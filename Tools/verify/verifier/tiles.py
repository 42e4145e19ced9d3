# SPDX-License-Identifier: Apache-2.0
"""A log that is published in tiles (c2sp.org/tlog-tiles; Format.md, “Published in tiles”).

`checkpoint`, hash tiles of 256 hashes and bundles of 256 entries; the last of each row is partial.
The partial tiles lead to the checkpoint's root, each full tile to the hash in the row above, each
entry to its hash in row 0. What is read so is made into the file again, and judged as a file is.
"""

from .checkpoints import Checkpoint
from .encoding import encode_base64
from .entries import BODY_MAX
from .errors import Broken, Malformed
from .notes import KEY_NAME
from .tree import leaf_hash, root_of

WIDTH = 256
CHECKPOINT_MAX = 65535
ENTRIES_MAX, BYTES_MAX = 1 << 24, 1 << 30


def resource_of(row, number, width):
    """The path of a tile (row 0, 1, …) or of a bundle (row "entries"): `tile/0/x001/234.p/5`."""
    digits = "%d" % number
    groups = [digits.zfill(3 * -(-len(digits) // 3))[i:i + 3] for i in range(0, 3 * -(-len(digits) // 3), 3)]
    path = "/".join(["x" + group for group in groups[:-1]] + groups[-1:])
    return "tile/%s/%s%s" % (row, path, "" if width == WIDTH else ".p/%d" % width)


class Published:
    """A log read from tiles: the bytes of the file that they make, and where each entry came from."""

    def __init__(self, source, tell=None):
        self.source, self.tell = source, tell or (lambda done, total: None)
        self.checkpoint, self.entries = None, []
        self.done = self.total = self.bytes = 0

    def read(self):
        self.checkpoint = self.read_checkpoint()
        self.total = 2 * -(-self.checkpoint.size // WIDTH)
        self.read_rows()
        return self

    @property
    def file(self):
        """The log's file; where reading broke off, with the entries that were right until then."""
        note = self.checkpoint.note
        return b"".join([
            b"viche-log/1 %s\n" % self.checkpoint.origin,
            *(b"entry %d\n%s" % (len(entry), entry) for entry in self.entries),
            b"checkpoint %d\n%s" % (len(note), note)])

    def read_checkpoint(self):
        note = self.source.get("checkpoint", CHECKPOINT_MAX)
        if note is None:
            raise Broken("missing", "no_checkpoint", "there is no log here: no checkpoint", resource="checkpoint")
        try:
            checkpoint = Checkpoint(note)
            if not KEY_NAME.match(checkpoint.origin.decode("latin-1")):
                raise Malformed("an origin that no log of this format has")
        except Malformed as error:
            raise Broken("foreign", "checkpoint", str(error), resource="checkpoint")
        if not 0 < checkpoint.size <= ENTRIES_MAX:
            raise Broken("foreign", "tile" if checkpoint.size else "size",
                         "%d entries; 1 to %d are read" % (checkpoint.size, ENTRIES_MAX), resource="checkpoint")
        return checkpoint

    def read_rows(self):
        """From the top row, whose partial tile the checkpoint signs, down to the entries."""
        size, edges = self.checkpoint.size, []  # the partial tile of each row, or none
        while size >> 8 * len(edges):
            row = len(edges)
            edges.append(self.tile(row, size >> 8 * (row + 1), (size >> 8 * row) % WIDTH))
        self.check_root(edges)
        above, row = edges[-1], len(edges) - 1
        while row:
            row -= 1
            above = self.row_below(row, above) + edges[row]
        if edges[0]:
            self.bundle(size // WIDTH, edges[0])

    def check_root(self, edges):
        """The partial tiles must be of the tree that the checkpoint covers. Where they are not, and one
        of them is not of what lies below it either, that one lies and not the checkpoint."""
        root, size = [], self.checkpoint.size
        for edge in edges:
            root = [root_of(edge + root)] if edge or root else []
        if root[0] == self.checkpoint.root:
            return
        for row in range(len(edges) - 1, 0, -1):
            for number, expected in enumerate(edges[row], (size >> 8 * (row + 1)) * WIDTH):
                self.full_tile(row - 1, number, expected)
        if edges[0]:
            self.bundle(size // WIDTH, edges[0])
        raise Broken("tampered", "root", "the partial tiles are not of the tree that the checkpoint covers",
                     None, None, "root " + encode_base64(self.checkpoint.root), "root " + encode_base64(root[0]),
                     "checkpoint")

    def row_below(self, row, above):
        """The hashes of the full tiles of a row, each led to its hash above; in row 0 their entries instead."""
        hashes = []
        for number, expected in enumerate(above):
            tile = self.full_tile(row, number, expected)
            if row:
                hashes += tile
            else:
                self.bundle(number, tile)
        return hashes

    def full_tile(self, row, number, expected):
        """The hashes of a tile that the row above has the hash of."""
        tile, name = self.tile(row, number, WIDTH), resource_of(row, number, WIDTH)
        if root_of(tile) != expected:
            raise Broken("tampered", "tile", "%s is not the tile that the row above has the hash of" % name,
                         None, None, encode_base64(expected), encode_base64(root_of(tile)), name)
        return tile

    def tile(self, row, number, width):
        """The hashes of a tile."""
        if not width:
            return []
        self.step()
        name, data = self.get(row, number, width, 32)
        if len(data) != 32 * (width if name.endswith(".p/%d" % width) else WIDTH):
            raise Broken("tampered", "tile", "%s has %d bytes" % (name, len(data)), resource=name,
                         expected="%d bytes" % (32 * width), found="%d bytes" % len(data))
        return [data[at:at + 32] for at in range(0, 32 * width, 32)]

    def bundle(self, number, hashes):
        """Takes the entries of a bundle, which must have these hashes."""
        self.step()
        name, data = self.get("entries", number, len(hashes), 2 + BODY_MAX)
        at, first = 0, number * WIDTH
        # Of a full bundle that stands for a partial one the beginning is read.
        count = len(hashes) if name.endswith(".p/%d" % len(hashes)) else WIDTH
        for index in range(count):
            length = int.from_bytes(data[at:at + 2], "big")
            entry, at = data[at + 2:at + 2 + length], at + 2 + length
            if at > len(data):
                raise self.bad_bundle(name, first + index)
            if index < len(hashes):
                self.take(name, first + index, entry, hashes[index])
        if at != len(data):
            raise self.bad_bundle(name, first + count - 1)

    def take(self, name, index, entry, expected):
        if leaf_hash(entry) != expected:
            raise Broken("tampered", "tile", "entry %d of %s is not the one that %s has the hash of" % (
                index, name, name.replace("tile/entries/", "tile/0/")), index, None, encode_base64(expected),
                         encode_base64(leaf_hash(entry)), name)
        self.bytes += len(entry)
        if self.bytes > BYTES_MAX:
            raise Broken("foreign", "tile", "more than %d bytes" % BYTES_MAX, index, resource=name)
        self.entries.append(entry)

    @staticmethod
    def bad_bundle(name, index):
        return Broken("tampered", "tile", "%s is not exactly its entries" % name, index, resource=name)

    def get(self, row, number, width, each):
        """(path, bytes) of a tile or bundle; of the full one, where the partial one has gone."""
        for wanted in dict.fromkeys((width, WIDTH)):
            name = resource_of(row, number, wanted)
            data = self.source.get(name, wanted * each)
            if data is not None:
                return name, data
        name = resource_of(row, number, width)
        raise Broken("missing", "tile", "%s is not there, and the checkpoint requires it" % name, resource=name,
                     entry=number * WIDTH if row == "entries" else None)

    def step(self):
        self.tell(self.done, self.total)
        self.done += 1

    def placed(self, broken):
        """What is wrong with the file, told with the resource where it lies instead of a byte."""
        broken.offset = None
        if broken.entry is not None and broken.entry < self.checkpoint.size:
            number = broken.entry // WIDTH
            broken.resource = resource_of("entries", number, min(WIDTH, self.checkpoint.size - number * WIDTH))
        else:
            broken.resource = "checkpoint"
        return broken
