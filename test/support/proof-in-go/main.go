// Checks a proof that `tmm proof` printed with a published implementation of the Merkle tree of RFC 9162
// (golang.org/x/mod/sumdb/tlog, the one that Go's own checksum database is checked with). Reads the proof from standard input.
package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"

	"golang.org/x/mod/sumdb/tlog"
)

type proof struct {
	Leaves []struct {
		Content string   `json:"content"`
		Index   int64    `json:"index"`
		Path    []string `json:"path"`
	} `json:"leaves"`
	Tree struct {
		Size int64  `json:"size"`
		Root string `json:"root"`
	} `json:"tree"`
	Batch struct {
		Content string `json:"content"`
		Hash    string `json:"hash"`
	} `json:"batch"`
}

func main() {
	var given proof
	if err := json.NewDecoder(os.Stdin).Decode(&given); err != nil {
		refuse("it can't be read: %v", err)
	}
	root := hashOf(given.Tree.Root)
	for _, leaf := range given.Leaves {
		var path tlog.RecordProof
		for _, node := range leaf.Path {
			path = append(path, hashOf(node))
		}
		leafHash := tlog.RecordHash([]byte(leaf.Content))
		if err := tlog.CheckRecord(path, given.Tree.Size, root, leaf.Index, leafHash); err != nil {
			refuse("leaf %d: %v", leaf.Index, err)
		}
	}
	if sum := sha256.Sum256([]byte(given.Batch.Content)); hex.EncodeToString(sum[:]) != given.Batch.Hash {
		refuse("the hash of the batch is not of its content")
	}
	var row []json.RawMessage
	if err := json.Unmarshal([]byte(given.Batch.Content), &row); err != nil || len(row) < 6 {
		refuse("the batch is not a row of a chain")
	}
	if string(row[5]) != `"`+given.Tree.Root+`"` {
		refuse("the batch names another root")
	}
	fmt.Printf("proven: %d of %d\n", len(given.Leaves), given.Tree.Size)
}

func hashOf(text string) (hash tlog.Hash) {
	bytes, err := hex.DecodeString(text)
	if err != nil || len(bytes) != len(hash) {
		refuse("%q is no hash", text)
	}
	copy(hash[:], bytes)
	return hash
}

func refuse(format string, args ...any) {
	fmt.Printf("refused: "+format+"\n", args...)
	os.Exit(1)
}
