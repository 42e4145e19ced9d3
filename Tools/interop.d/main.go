// SPDX-License-Identifier: Apache-2.0

// Command interop reads a log with Go's own libraries and none of ours: golang.org/x/mod verifies
// every statement and checkpoint, grows the tree from the bytes and checks the proofs.
//
//	interop LOG TILES [PROOF...]
//
// TILES is the folder that `viche publish tiles` wrote of the log.
//
// It prints what it accepted and exits 0, or says what it does not accept and exits 1.
package main

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func main() {
	if len(os.Args) < 3 {
		fmt.Fprintln(os.Stderr, "usage: interop LOG TILES [PROOF...]")
		os.Exit(64)
	}
	summary, err := run(os.Args[1], os.Args[2], os.Args[3:])
	if err != nil {
		fmt.Fprintln(os.Stderr, "interop:", err)
		os.Exit(1)
	}
	fmt.Println(summary)
}

func run(path, folder string, proofs []string) (string, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return "", err
	}
	log, err := readLog(data)
	if err != nil {
		return "", fmt.Errorf("%s: %v", path, err)
	}
	for _, proof := range proofs {
		if err := log.checkProof(proof); err != nil {
			return "", fmt.Errorf("%s: %v", proof, err)
		}
	}
	inTiles, err := log.checkTiles(folder)
	if err != nil {
		return "", fmt.Errorf("%s: %v", folder, err)
	}
	return fmt.Sprintf("%d entries, %d checkpoints, %d proofs accepted by x/mod; the tiles too, %d proofs from them",
		log.size, log.checkpoints, len(proofs), inTiles), nil
}

// Log is what the file says, as far as a checkpoint covers it.
type Log struct {
	origin      string
	entries     [][]byte
	hashes      hashes
	keys        map[string]note.Verifier // by their text, as statements register them
	logKey      note.Verifier            // the one that has the origin's name
	checkpoints int
	size        int
}

// readLog goes through the frames; see the log's format.
func readLog(data []byte) (*Log, error) {
	head, rest, ok := bytes.Cut(data, []byte("\n"))
	origin := strings.TrimPrefix(string(head), "viche-log/1 ")
	if !ok || origin == string(head) {
		return nil, fmt.Errorf("the first line is not viche-log/1")
	}
	log := &Log{origin: origin, keys: map[string]note.Verifier{}}
	for len(rest) > 0 {
		head, after, ok := bytes.Cut(rest, []byte("\n"))
		kind, length, _ := strings.Cut(string(head), " ")
		count, err := strconv.Atoi(length)
		if !ok || err != nil || count < 0 || count > len(after) {
			break // what a crash leaves after the last checkpoint
		}
		switch kind {
		case "entry":
			err = log.addEntry(after[:count])
		case "checkpoint":
			err = log.addCheckpoint(after[:count])
		default:
			err = fmt.Errorf("a frame of the kind %q", kind)
		}
		if err != nil {
			return nil, fmt.Errorf("byte %d: %v", len(data)-len(rest), err)
		}
		rest = after[count:]
	}
	if log.checkpoints == 0 {
		return nil, fmt.Errorf("no checkpoint")
	}
	return log, nil
}

func (log *Log) addEntry(body []byte) error {
	index := int64(len(log.entries))
	first, signed, _ := bytes.Cut(body, []byte("\n"))
	if !strings.HasPrefix(string(first), fmt.Sprintf("%d ", index)) {
		return fmt.Errorf("entry %d begins with %q", index, first)
	}
	statement, _, _ := bytes.Cut(signed, []byte("\n"))
	if err := log.learnKeys(statement); err != nil {
		return fmt.Errorf("entry %d: %v", index, err)
	}
	known := make([]note.Verifier, 0, len(log.keys))
	for _, key := range log.keys {
		known = append(known, key)
	}
	opened, err := note.Open(signed, note.VerifierList(known...))
	if err != nil {
		return fmt.Errorf("entry %d: %v", index, err)
	}
	if len(opened.UnverifiedSigs) > 0 {
		return fmt.Errorf("entry %d: %s is unknown", index, opened.UnverifiedSigs[0].Name)
	}
	added, err := tlog.StoredHashes(index, body, log.hashes)
	if err != nil {
		return err
	}
	log.hashes = append(log.hashes, added...)
	log.entries = append(log.entries, body)
	return nil
}

// learnKeys takes every verifier key that stands as a string anywhere in a statement.
func (log *Log) learnKeys(statement []byte) error {
	var value interface{}
	if err := json.Unmarshal(statement, &value); err != nil {
		return err
	}
	var walk func(interface{})
	walk = func(value interface{}) {
		switch value := value.(type) {
		case map[string]interface{}:
			for _, inner := range value {
				walk(inner)
			}
		case []interface{}:
			for _, inner := range value {
				walk(inner)
			}
		case string:
			if key, err := note.NewVerifier(value); err == nil {
				log.keys[value] = key
				if key.Name() == log.origin {
					log.logKey = key
				}
			}
		}
	}
	walk(value)
	return nil
}

func (log *Log) addCheckpoint(body []byte) error {
	size, root, err := log.openCheckpoint(body)
	if err != nil {
		return fmt.Errorf("checkpoint %d: %v", log.checkpoints+1, err)
	}
	if size != int64(len(log.entries)) {
		return fmt.Errorf("a checkpoint of size %d after %d entries", size, len(log.entries))
	}
	ours, err := tlog.TreeHash(size, log.hashes)
	if err != nil {
		return err
	}
	if ours != root {
		return fmt.Errorf("checkpoint of size %d has root %v, the entries have %v", size, root, ours)
	}
	log.checkpoints++
	log.size = int(size)
	return nil
}

// openCheckpoint verifies the log's signature. x/mod's own ParseTree reads go.sum's origin only.
func (log *Log) openCheckpoint(body []byte) (int64, tlog.Hash, error) {
	if log.logKey == nil {
		return 0, tlog.Hash{}, fmt.Errorf("no statement registers a key named %s", log.origin)
	}
	opened, err := note.Open(body, note.VerifierList(log.logKey))
	if err != nil {
		return 0, tlog.Hash{}, err
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) != 4 || lines[0] != log.origin {
		return 0, tlog.Hash{}, fmt.Errorf("no checkpoint of %s: %q", log.origin, opened.Text)
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil {
		return 0, tlog.Hash{}, err
	}
	root, err := tlog.ParseHash(lines[2])
	return size, root, err
}

// checkProof verifies a tlog-proof against the entry of the log that it names.
func (log *Log) checkProof(path string) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	head, checkpoint, ok := strings.Cut(string(data), "\n\n")
	lines := strings.Split(head, "\n")
	if !ok || len(lines) < 2 || lines[0] != "c2sp.org/tlog-proof@v1" {
		return fmt.Errorf("not a c2sp.org/tlog-proof@v1 file")
	}
	lines = lines[1:]
	if strings.HasPrefix(lines[0], "extra ") {
		lines = lines[1:]
	}
	if len(lines) == 0 || !strings.HasPrefix(lines[0], "index ") {
		return fmt.Errorf("no index line")
	}
	index, err := strconv.ParseInt(strings.TrimPrefix(lines[0], "index "), 10, 64)
	if err != nil || index < 0 || index >= int64(len(log.entries)) {
		return fmt.Errorf("no entry of the log: %q", lines[0])
	}
	var proof tlog.RecordProof
	for _, line := range lines[1:] {
		hash, err := base64.StdEncoding.DecodeString(line)
		if err != nil || len(hash) != tlog.HashSize {
			return fmt.Errorf("not a hash: %q", line)
		}
		var step tlog.Hash
		copy(step[:], hash)
		proof = append(proof, step)
	}
	size, root, err := log.openCheckpoint([]byte(checkpoint))
	if err != nil {
		return err
	}
	return tlog.CheckRecord(proof, size, root, index, tlog.RecordHash(log.entries[index]))
}

// hashes keeps a tree's stored hashes in memory, in tlog's order.
type hashes []tlog.Hash

func (h hashes) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	out := make([]tlog.Hash, len(indexes))
	for i, index := range indexes {
		if index < 0 || index >= int64(len(h)) {
			return nil, fmt.Errorf("no stored hash %d", index)
		}
		out[i] = h[index]
	}
	return out, nil
}
