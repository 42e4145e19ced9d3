// SPDX-License-Identifier: Apache-2.0

package main

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/mod/sumdb/tlog"
)

// checkTiles reads a folder as a client of c2sp.org/tlog-tiles does: x/mod authenticates every hash
// tile against the signed checkpoint, every entry is looked up in them, and proofs are made of them.
func (log *Log) checkTiles(folder string) (proofs int, err error) {
	checkpoint, err := os.ReadFile(filepath.Join(folder, "checkpoint"))
	if err != nil {
		return 0, err
	}
	size, root, err := log.openCheckpoint(checkpoint)
	if err != nil {
		return 0, err
	}
	if size != int64(log.size) {
		return 0, fmt.Errorf("the folder has %d entries, the log %d", size, log.size)
	}
	reader := tlog.TileHashReader(tlog.Tree{N: size, Hash: root}, tiles(folder))
	for first := int64(0); first < size; first += 256 {
		if err := log.checkBundle(folder, first, min(256, size-first), reader); err != nil {
			return 0, err
		}
	}
	for _, index := range spread(size) {
		proof, err := tlog.ProveRecord(size, index, reader)
		if err != nil {
			return 0, err
		}
		err = tlog.CheckRecord(proof, size, root, index, tlog.RecordHash(log.entries[index]))
		if err != nil {
			return 0, fmt.Errorf("entry %d: %v", index, err)
		}
		old := index + 1
		oldRoot, err := tlog.TreeHash(old, log.hashes)
		if err != nil {
			return 0, err
		}
		growth, err := tlog.ProveTree(size, old, reader)
		if err != nil {
			return 0, err
		}
		if err := tlog.CheckTree(growth, size, root, old, oldRoot); err != nil {
			return 0, fmt.Errorf("from size %d: %v", old, err)
		}
		proofs += 2
	}
	return proofs, nil
}

// checkBundle takes a bundle apart: a length in two bytes, big-endian, before each entry.
func (log *Log) checkBundle(folder string, first, width int64, reader tlog.HashReader) error {
	path := strings.Replace(tilePath(tlog.Tile{H: 8, L: 0, N: first / 256, W: int(width)}),
		"tile/0/", "tile/entries/", 1)
	rest, err := os.ReadFile(filepath.Join(folder, path))
	if err != nil {
		return err
	}
	indexes := make([]int64, width)
	for i := range indexes {
		indexes[i] = tlog.StoredHashIndex(0, first+int64(i))
	}
	hashes, err := reader.ReadHashes(indexes)
	if err != nil {
		return err
	}
	for i, hash := range hashes {
		index := first + int64(i)
		if len(rest) < 2 || len(rest)-2 < int(binary.BigEndian.Uint16(rest)) {
			return fmt.Errorf("%s: entry %d is cut", path, index)
		}
		end := 2 + int(binary.BigEndian.Uint16(rest))
		entry := rest[2:end]
		rest = rest[end:]
		if tlog.RecordHash(entry) != hash || !bytes.Equal(entry, log.entries[index]) {
			return fmt.Errorf("%s: entry %d is another one", path, index)
		}
	}
	if len(rest) > 0 {
		return fmt.Errorf("%s: %d bytes after the last entry", path, len(rest))
	}
	return nil
}

// tiles reads hash tiles of eight levels from a folder.
type tiles string

func (t tiles) Height() int { return 8 }

func (t tiles) ReadTiles(wanted []tlog.Tile) ([][]byte, error) {
	var all [][]byte
	for _, tile := range wanted {
		data, err := os.ReadFile(filepath.Join(string(t), tilePath(tile)))
		if err != nil {
			return nil, err
		}
		all = append(all, data)
	}
	return all, nil
}

func (t tiles) SaveTiles([]tlog.Tile, [][]byte) {}

// tilePath is x/mod's own path without the height, which c2sp.org/tlog-tiles fixes at eight.
func tilePath(tile tlog.Tile) string { return strings.Replace(tile.Path(), "tile/8/", "tile/", 1) }

// spread is the places where trees of tiles are joined, as far as a log has them, and its ends.
func spread(size int64) []int64 {
	var found []int64
	for _, index := range []int64{0, 1, 254, 255, 256, 257, 65535, 65536, size / 2, size - 2, size - 1} {
		if index >= 0 && index < size {
			found = append(found, index)
		}
	}
	return found
}

func min(a, b int64) int64 {
	if a < b {
		return a
	}
	return b
}
