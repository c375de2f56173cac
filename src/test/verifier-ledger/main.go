// Verifier checks what the platform publishes of its ledger, with the packages of Go's checksum database. It shares no line with the platform.
//
//	verifier checkpoint KEY FILE [WITNESS-KEY …]       the ledger signed it, and so did each witness that is named
//	verifier proof KEY FILE [WITNESS-KEY …]            the entry of a .tlog-proof is in the signed tree, and its facts are those of the leaf
//	verifier consistency LEDGER KEY OLD NEW            NEW only added to OLD; LEDGER is https://…/ledger or a folder with tile/…
//	verifier recount LEDGER KEY FILE                   all leaves together give the signed root
//	verifier release KEY NOTE PACKAGE LEDGER LEDGER-KEY  the package is the signed one, and counts a published state to which the ledger only added
//
// KEY is a verifier key (name+hash+base64) or a file that holds some, one a line. Accepted: 0. Refused: 1, with the reason.
package main

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const tileHeight = 8

func main() {
	if len(os.Args) < 4 {
		fail(2, errors.New("verifier checkpoint|proof|consistency|recount|release …"))
	}
	var err error
	switch words := os.Args[2:]; os.Args[1] {
	case "checkpoint":
		err = checkpoint(words[0], words[1], words[2:])
	case "proof":
		err = proof(words[0], words[1], words[2:])
	case "consistency":
		if len(words) != 4 {
			fail(2, errors.New("verifier consistency LEDGER KEY OLD NEW"))
		}
		err = consistency(words[0], words[1], words[2], words[3])
	case "recount":
		if len(words) != 3 {
			fail(2, errors.New("verifier recount LEDGER KEY FILE"))
		}
		err = recount(words[0], words[1], words[2])
	case "release":
		if len(words) != 5 {
			fail(2, errors.New("verifier release KEY NOTE PACKAGE LEDGER LEDGER-KEY"))
		}
		err = release(words[0], words[1], words[2], words[3], words[4])
	default:
		fail(2, errors.New("unknown: "+os.Args[1]))
	}
	if err != nil {
		fail(1, err)
	}
}

func fail(code int, err error) {
	fmt.Fprintln(os.Stderr, "refused:", err)
	os.Exit(code)
}

// A witness signs a time and the text (cosignature/v1): a kind of key that package note lets others add.
type witness struct {
	name string
	hash uint32
	key  ed25519.PublicKey
}

func (w witness) Name() string    { return w.name }
func (w witness) KeyHash() uint32 { return w.hash }

func (w witness) Verify(text, sig []byte) bool {
	if len(sig) != 8+ed25519.SignatureSize {
		return false
	}
	message := fmt.Sprintf("cosignature/v1\ntime %d\n%s", binary.BigEndian.Uint64(sig), text)
	return ed25519.Verify(w.key, []byte(message), sig[8:])
}

func newWitness(text string) (note.Verifier, error) {
	parts := strings.SplitN(text, "+", 3)
	if len(parts) != 3 {
		return nil, errors.New("not a witness's key: " + text)
	}
	hash, err := strconv.ParseUint(parts[1], 16, 32)
	if err != nil {
		return nil, err
	}
	key, err := base64.StdEncoding.DecodeString(parts[2])
	if err != nil || len(key) != 33 || key[0] != 4 {
		return nil, errors.New("not a witness's key: " + text)
	}
	made := sha256.Sum256(append([]byte(parts[0]+"\n"), key...))
	if binary.BigEndian.Uint32(made[:]) != uint32(hash) {
		return nil, errors.New("the hash is another key's: " + text)
	}
	return witness{parts[0], uint32(hash), key[1:]}, nil
}

type signedTree struct {
	tree   tlog.Tree
	origin string
}

func open(keys string, signed []byte, witnesses []string) (signedTree, error) {
	text := keys
	if file, err := os.ReadFile(keys); err == nil {
		text = string(file)
	}
	var verifiers []note.Verifier
	names := map[string]bool{}
	for _, line := range strings.Fields(text) {
		key, err := note.NewVerifier(line)
		if err != nil {
			return signedTree{}, err
		}
		names[key.Name()] = true
		verifiers = append(verifiers, key)
	}
	for _, line := range witnesses {
		key, err := newWitness(line)
		if err != nil {
			return signedTree{}, err
		}
		verifiers = append(verifiers, key)
	}
	opened, err := note.Open(signed, note.VerifierList(verifiers...))
	if err != nil {
		return signedTree{}, err
	}
	ours, theirs := 0, map[string]bool{}
	for _, sig := range opened.Sigs {
		if names[sig.Name] {
			ours++
		} else {
			theirs[sig.Name] = true
		}
	}
	if ours == 0 {
		return signedTree{}, errors.New("the ledger itself did not sign")
	}
	for _, line := range witnesses {
		if name := strings.SplitN(line, "+", 2)[0]; !theirs[name] {
			return signedTree{}, errors.New("the witness " + name + " did not sign")
		}
	}
	return head(opened.Text, names)
}

func head(text string, names map[string]bool) (signedTree, error) {
	lines := strings.Split(text, "\n")
	if len(lines) < 4 {
		return signedTree{}, errors.New("not a checkpoint")
	}
	if !names[lines[0]] {
		return signedTree{}, errors.New("another ledger's checkpoint: " + lines[0])
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil {
		return signedTree{}, err
	}
	root, err := tlog.ParseHash(lines[2])
	if err != nil {
		return signedTree{}, err
	}
	return signedTree{tlog.Tree{N: size, Hash: root}, lines[0]}, nil
}

func openFile(keys, file string, witnesses []string) (signedTree, error) {
	signed, err := os.ReadFile(file)
	if err != nil {
		return signedTree{}, err
	}
	opened, err := open(keys, signed, witnesses)
	if err != nil {
		return signedTree{}, fmt.Errorf("%s: %w", file, err)
	}
	return opened, nil
}

func checkpoint(keys, file string, witnesses []string) error {
	signed, err := openFile(keys, file, witnesses)
	if err == nil {
		fmt.Printf("accepted: %s signed %d entries\n", signed.origin, signed.tree.N)
	}
	return err
}

func proof(keys, file string, witnesses []string) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	before, signed, found := strings.Cut(string(text), "\n\n")
	lines := strings.Split(before, "\n")
	if !found || len(lines) < 3 || lines[0] != "c2sp.org/tlog-proof@v1" || !strings.HasPrefix(lines[1], "extra ") || !strings.HasPrefix(lines[2], "index ") {
		return errors.New("not a proof of a ledger's entry")
	}
	opening, err := base64.StdEncoding.DecodeString(lines[1][len("extra "):])
	if err != nil {
		return err
	}
	index, err := strconv.ParseInt(lines[2][len("index "):], 10, 64)
	if err != nil {
		return err
	}
	var path tlog.RecordProof
	for _, line := range lines[3:] {
		hash, err := tlog.ParseHash(line)
		if err != nil {
			return err
		}
		path = append(path, hash)
	}
	head, err := open(keys, []byte(signed), witnesses)
	if err != nil {
		return err
	}
	leaf, private, _ := bytes.Cut(opening, []byte("\n\n"))
	leaf = append(leaf[:len(leaf):len(leaf)], '\n')
	if err := tlog.CheckRecord(path, head.tree.N, head.tree.Hash, index, tlog.RecordHash(leaf)); err != nil {
		return err
	}
	if len(private) == 0 {
		fmt.Printf("accepted: leaf %d of %d is in the tree; what is private of it was erased\n", index, head.tree.N)
		return nil
	}
	facts, err := opened(leaf, private)
	if err == nil {
		fmt.Printf("accepted: leaf %d of %d is in the tree, and says\n%s", index, head.tree.N, facts)
	}
	return err
}

// The facts of an entry, if their commitment and what the leaf says of them agree.
func opened(leaf, private []byte) ([]byte, error) {
	salt, facts, found := bytes.Cut(private, []byte("\n\n"))
	if !found || !bytes.HasPrefix(salt, []byte("salt ")) {
		return nil, errors.New("no salt")
	}
	random, err := hex.DecodeString(string(salt[len("salt "):]))
	if err != nil || len(random) != sha256.Size {
		return nil, errors.New("no salt")
	}
	made := sha256.Sum256(append(random, facts...))
	said, told := named(leaf), named(facts)
	if said["commitment"] != base64.StdEncoding.EncodeToString(made[:]) {
		return nil, errors.New("the facts are not those that the leaf commits to")
	}
	for _, name := range []string{"minutes", "grade", "field", "wilaya"} {
		if said[name] != told[name] {
			return nil, errors.New("leaf and facts differ in " + name)
		}
	}
	if !strings.HasPrefix(told["day"], said["month"]+"-") {
		return nil, errors.New("leaf and facts differ in month")
	}
	return facts, nil
}

func named(lines []byte) map[string]string {
	all := map[string]string{}
	for _, line := range strings.Split(string(lines), "\n") {
		if name, value, found := strings.Cut(line, " "); found {
			all[name] = value
		}
	}
	return all
}

func consistency(ledger, keys, old, new string) error {
	before, err := openFile(keys, old, nil)
	if err != nil {
		return err
	}
	now, err := openFile(keys, new, nil)
	if err != nil {
		return err
	}
	if before.tree.N > now.tree.N {
		return fmt.Errorf("the ledger had %d entries and has %d", before.tree.N, now.tree.N)
	}
	if before.tree.N == now.tree.N {
		if before.tree.Hash != now.tree.Hash {
			return fmt.Errorf("two ledgers of %d entries: a fork", now.tree.N)
		}
	} else {
		path, err := tlog.ProveTree(now.tree.N, before.tree.N, tlog.TileHashReader(now.tree, tiles(ledger)))
		if err != nil {
			return err
		}
		if err := tlog.CheckTree(path, now.tree.N, now.tree.Hash, before.tree.N, before.tree.Hash); err != nil {
			return fmt.Errorf("the past was rewritten: %w", err)
		}
	}
	fmt.Printf("accepted: the ledger of %d entries only added to that of %d\n", now.tree.N, before.tree.N)
	return nil
}

func recount(ledger, keys, file string) error {
	signed, err := openFile(keys, file, nil)
	if err != nil {
		return err
	}
	var hashes []tlog.Hash
	stored := tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		found := make([]tlog.Hash, len(indexes))
		for i, index := range indexes {
			found[i] = hashes[index]
		}
		return found, nil
	})
	for n := int64(0); n < signed.tree.N; n += 1 << tileHeight {
		width := signed.tree.N - n
		if width > 1<<tileHeight {
			width = 1 << tileHeight
		}
		data, err := tiles(ledger).read(tlog.Tile{H: tileHeight, L: 0, N: n >> tileHeight, W: int(width)})
		if err != nil {
			return err
		}
		for i := int64(0); i < width; i++ {
			var leaf tlog.Hash
			copy(leaf[:], data[i*tlog.HashSize:])
			more, err := tlog.StoredHashesForRecordHash(n+i, leaf, stored)
			if err != nil {
				return err
			}
			hashes = append(hashes, more...)
		}
	}
	root, err := tlog.TreeHash(signed.tree.N, stored)
	if err != nil {
		return err
	}
	if root != signed.tree.Hash {
		return errors.New("the leaves do not give the signed root")
	}
	fmt.Printf("accepted: %d leaves give the signed root\n", signed.tree.N)
	return nil
}

// The published tiles, on the network or in a folder.
type tiles string

func (t tiles) Height() int                     { return tileHeight }
func (t tiles) SaveTiles([]tlog.Tile, [][]byte) {}

func (t tiles) ReadTiles(asked []tlog.Tile) ([][]byte, error) {
	var all [][]byte
	for _, tile := range asked {
		data, err := t.read(tile)
		if err != nil {
			return nil, err
		}
		all = append(all, data)
	}
	return all, nil
}

func (t tiles) read(tile tlog.Tile) ([]byte, error) {
	// Go's checksum database writes the height of its tiles into the path; tlog-tiles leaves it out.
	path := "tile/" + strings.TrimPrefix(tile.Path(), fmt.Sprintf("tile/%d/", tileHeight))
	data, err := t.bytes(path)
	if err == nil && len(data) != tile.W*tlog.HashSize {
		err = fmt.Errorf("%s has %d bytes", path, len(data))
	}
	return data, err
}

func (t tiles) bytes(path string) ([]byte, error) {
	if !strings.HasPrefix(string(t), "http://") && !strings.HasPrefix(string(t), "https://") {
		return os.ReadFile(filepath.Join(string(t), path))
	}
	answer, err := http.Get(strings.TrimSuffix(string(t), "/") + "/" + path)
	if err != nil {
		return nil, err
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("%s: %s", path, answer.Status)
	}
	return io.ReadAll(io.LimitReader(answer.Body, 1<<20))
}

// What a release's signature says: which quarter, which package, which state of the ledger.
func release(keys, noteFile, archive, ledger, ledgerKeys string) error {
	signed, err := os.ReadFile(noteFile)
	if err != nil {
		return err
	}
	text := keys
	if file, err := os.ReadFile(keys); err == nil {
		text = string(file)
	}
	var verifiers []note.Verifier
	for _, line := range strings.Fields(text) {
		key, err := note.NewVerifier(line)
		if err != nil {
			return err
		}
		verifiers = append(verifiers, key)
	}
	opened, err := note.Open(signed, note.VerifierList(verifiers...))
	if err != nil {
		return fmt.Errorf("%s: %w", noteFile, err)
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) < 2 || lines[1] != "linatatawwa release v1" {
		return errors.New("the signature is not of a release")
	}
	said := named([]byte(strings.Join(lines[2:], "\n")))
	bytes, err := os.ReadFile(archive)
	if err != nil {
		return err
	}
	if sum := sha256.Sum256(bytes); hex.EncodeToString(sum[:]) != said["package-sha256"] {
		return errors.New("the package is not the one that was signed")
	}
	// The state of the ledger that was counted: a published checkpoint, to which today's only added.
	old, err := tiles(ledger).bytes("checkpoint/" + said["ledger-size"])
	if err != nil {
		return fmt.Errorf("the ledger never published this state: %w", err)
	}
	then, err := open(ledgerKeys, old, nil)
	if err != nil {
		return err
	}
	if strconv.FormatInt(then.tree.N, 10) != said["ledger-size"] || then.tree.Hash.String() != said["ledger-root"] {
		return errors.New("the release names another state of the ledger than the checkpoint")
	}
	newest, err := tiles(ledger).bytes("checkpoint")
	if err != nil {
		return err
	}
	now, err := open(ledgerKeys, newest, nil)
	if err != nil {
		return err
	}
	if then.tree.N < now.tree.N {
		path, err := tlog.ProveTree(now.tree.N, then.tree.N, tlog.TileHashReader(now.tree, tiles(ledger)))
		if err != nil {
			return err
		}
		if err := tlog.CheckTree(path, now.tree.N, now.tree.Hash, then.tree.N, then.tree.Hash); err != nil {
			return fmt.Errorf("the past was rewritten: %w", err)
		}
	} else if then.tree.N > now.tree.N || then.tree.Hash != now.tree.Hash {
		return errors.New("the ledger has become shorter, or another")
	}
	fmt.Printf("accepted: release %s edition %s counts the first %s entries of the ledger, which has %d now\n", said["release"], said["edition"], said["ledger-size"], now.tree.N)
	return nil
}
