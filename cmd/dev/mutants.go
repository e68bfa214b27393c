package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"aftershift/cmd/dev/project"
)

// leastCovered is the share of statements, in percent, that the tests of seal and
// of vault have to reach, each with the rooms below it.
const leastCovered = 95

// A mutant is the program with one thing taken out of it, which a test has to
// notice.
type mutant struct {
	what     string // what is left out
	file     string
	from, to string // the words of the source, which stand there once
}

// boundBy gives mutants of one file that differ in one place.
func boundBy(file, what, from string, without map[string]string) (all []mutant) {
	for field, to := range without {
		all = append(all, mutant{what: what + " without " + field, file: file, from: from, to: to})
	}
	return all
}

// mutants leave out each field that is bound by additional data, a digest or a
// derivation.
func mutants() (all []mutant) {
	all = append(all, boundBy("internal/seal/slot.go", "slot", `out := append([]byte(Label+"slot"), vaultID[:]...)`, map[string]string{
		"label":    `out := append([]byte("slot"), vaultID[:]...)`,
		"purpose":  `out := append([]byte(Label), vaultID[:]...)`,
		"vault id": `out := []byte(Label + "slot")`,
	})...)
	all = append(all, boundBy("internal/seal/slot.go", "slot", `return append(out, s.head()...)`, map[string]string{
		"kind":   `return append(out, s.head()[1:]...)`,
		"memory": `return append(append(out, s.head()[0]), s.head()[5:]...)`,
		"passes": `return append(append(out, s.head()[:5]...), s.head()[9:]...)`,
		"lanes":  `return append(append(out, s.head()[:9]...), s.head()[13:]...)`,
		"salt":   `return append(out, s.head()[:13]...)`,
	})...)
	all = append(all, boundBy("internal/seal/derive.go", "derived key", `secret, salt, Label+purpose, KeySize)`, map[string]string{
		"label":   `secret, salt, purpose, KeySize)`,
		"purpose": `secret, salt, Label, KeySize)`,
		"salt":    `secret, nil, Label+purpose, KeySize)`,
	})...)
	return append(all, fileMutants()...)
}

// fileMutants leave out what binds records, manifest and anchor.
func fileMutants() (all []mutant) {
	const format = "internal/vault/format.go"
	all = append(all, boundBy(format, "record", `out := append([]byte(seal.Label+"record"), h.vaultID[:]...)`, map[string]string{
		"label":    `out := append([]byte("record"), h.vaultID[:]...)`,
		"purpose":  `out := append([]byte(seal.Label), h.vaultID[:]...)`,
		"vault id": `out := []byte(seal.Label + "record")`,
	})...)
	all = append(all, boundBy(format, "record", "out = binary.BigEndian.AppendUint64(append(out, byte(table)), uint64(id))\n\treturn append(out, h.epoch)", map[string]string{
		"table": "out = binary.BigEndian.AppendUint64(out, uint64(id))\n\treturn append(out, h.epoch)",
		"id":    "out = append(out, byte(table))\n\treturn append(out, h.epoch)",
		"epoch": "return binary.BigEndian.AppendUint64(append(out, byte(table)), uint64(id))",
	})...)
	all = append(all, boundBy(format, "manifest", "out := append([]byte(seal.Label+\"manifest\"), h.vaultID[:]...)\n\treturn append(out, h.epoch)", map[string]string{
		"label":    "return append(append([]byte(\"manifest\"), h.vaultID[:]...), h.epoch)",
		"purpose":  "return append(append([]byte(seal.Label), h.vaultID[:]...), h.epoch)",
		"vault id": "return append([]byte(seal.Label+\"manifest\"), h.epoch)",
		"epoch":    "return append([]byte(seal.Label+\"manifest\"), h.vaultID[:]...)",
	})...)
	all = append(all, boundBy(format, "header hash", `seal.Hash(h.marshal(), s.passphrase.Marshal(), s.recovery.Marshal())`, map[string]string{
		"header":          `seal.Hash(s.passphrase.Marshal(), s.recovery.Marshal())`,
		"passphrase slot": `seal.Hash(h.marshal(), s.recovery.Marshal())`,
		"recovery slot":   `seal.Hash(h.marshal(), s.passphrase.Marshal())`,
	})...)
	all = append(all, boundBy("internal/vault/anchor/anchor.go", "anchor", `mac := key.MAC(out)`, map[string]string{
		"vault id":   `mac := key.MAC(out[seal.SaltSize:])`,
		"generation": `mac := key.MAC(out[:seal.SaltSize], out[seal.SaltSize+8:])`,
		"hash":       `mac := key.MAC(out[:seal.SaltSize+8])`,
	})...)
	const digest = "internal/vault/roll/digest.go"
	all = append(all, boundBy(digest, "part of a digest", `d.Rows.MAC([]byte{table}, rows)`, map[string]string{
		"table": `d.Rows.MAC(rows)`,
		"id":    `d.Rows.MAC([]byte{table}, ` + cutRows("0", "8") + `)`,
		"nonce": `d.Rows.MAC([]byte{table}, ` + cutRows("8", "8+seal.NonceSize") + `)`,
		"tag":   `d.Rows.MAC([]byte{table}, ` + cutRows("8+seal.NonceSize", "RowSize") + `)`,
	})...)
	all = append(all, boundBy(digest, "digest", `d.Tables.MAC([]byte{table}, all)`, map[string]string{
		"table":      `d.Tables.MAC(all)`,
		"first part": `d.Tables.MAC([]byte{table}, all[seal.HashSize:])`,
		"last part":  `d.Tables.MAC([]byte{table}, all[:len(all)-seal.HashSize])`,
	})...)
	return append(all,
		mutant{"overview without its details' nonce", "internal/vault/record.go", `parts = [][]byte{l[:], content}`, `parts = [][]byte{make([]byte, len(l)), content}`},
	)
}

// cutRows gives the words of the source for the rows of a table without the bytes
// from one to another of each.
func cutRows(from, to string) string {
	return "func() (cut []byte) { for i := 0; i < len(rows); i += RowSize { cut = append(append(cut, rows[i:i+" +
		from + "]...), rows[i+" + to + ":i+RowSize]...) }; return cut }()"
}

// boundTests are the tests that have to notice, by folder.
var boundTests = map[string]string{
	"internal/seal":  "^TestSlot_|^TestExpand_|^TestKey_",
	"internal/vault": "^TestSpec_|^TestHeader_aad_|^TestKeys_openRow_|^TestTx_overview_vouches",
}

// killMutants tests each mutant and counts those that a test notices.
func killMutants(ctx context.Context, p project.Project) (found tally) {
	dir, err := os.MkdirTemp("", "mutants")
	if err != nil {
		return tally{failed: []string{err.Error()}}
	}
	defer os.RemoveAll(dir)
	for _, m := range mutants() {
		if err := killMutant(ctx, p, m, dir); err != nil {
			found.failed = append(found.failed, m.what+": "+err.Error())
			continue
		}
		found.trials++
	}
	found.notes = []string{fmt.Sprintf("%d of %d fields left out were noticed", found.trials, len(mutants()))}
	return found
}

// killMutant gives nil where a test fails for the mutant.
func killMutant(ctx context.Context, p project.Project, m mutant, dir string) error {
	source, err := os.ReadFile(p.Path(m.file))
	if err != nil {
		return err
	}
	if strings.Count(string(source), m.from) != 1 {
		return errors.New("the source does not hold once what is to be left out")
	}
	changed := filepath.Join(dir, "mutant.go")
	if err := os.WriteFile(changed, []byte(strings.Replace(string(source), m.from, m.to, 1)), 0o600); err != nil {
		return err
	}
	overlay := filepath.Join(dir, "overlay.json")
	replace, err := json.Marshal(map[string]map[string]string{"Replace": {p.Path(m.file): changed}})
	if err != nil {
		return err
	}
	if err := os.WriteFile(overlay, replace, 0o600); err != nil {
		return err
	}
	folder := path.Dir(m.file)
	for boundTests[folder] == "" { // those of the room notice what is left out below it
		folder = path.Dir(folder)
	}
	out, err := p.Command(ctx, "go", "test", "-count=1", "-overlay", overlay, "-vet=off", "-run", boundTests[folder], "./"+folder).CombinedOutput()
	switch {
	case err == nil:
		return errors.New("no test noticed")
	case !strings.Contains(string(out), "--- FAIL"):
		return fmt.Errorf("it can't be tested:\n%s", project.Tail(string(out), 10))
	}
	return nil
}

// covered is the last line of go tool cover -func.
var covered = regexp.MustCompile(`(?m)^total:.*\s([0-9.]+)%$`)

// coverage runs the tests of seal and vault, with those of the rooms below them, and
// fails where these together reach less than leastCovered of a room's statements.
func coverage(ctx context.Context, p project.Project) (found tally) {
	dir, err := os.MkdirTemp("", "coverage")
	if err != nil {
		return tally{failed: []string{err.Error()}}
	}
	defer os.RemoveAll(dir)
	for _, room := range []string{sealRoom, vaultRoom} {
		share, out, err := coverageOf(ctx, p, room+"/...", filepath.Join(dir, "profile"))
		if err != nil {
			found.failed = append(found.failed, "tests of "+room+": "+err.Error())
			found.output = append(found.output, strings.Split(project.Tail(out, 30), "\n")...)
			continue
		}
		found.notes = append(found.notes, fmt.Sprintf("%.1f %% of the statements of %s and below", share, room))
		if share < leastCovered {
			found.failed = append(found.failed, fmt.Sprintf("%s: %.1f %% is less than %d", room, share, leastCovered))
		}
	}
	return found
}

// coverageOf returns the percentage of the statements of packages that their tests
// together reach, and what the tests said.
func coverageOf(ctx context.Context, p project.Project, packages, profile string) (share float64, out string, err error) {
	if out, err = p.Output(ctx, "go", "test", "-count=1", "-coverpkg="+packages, "-coverprofile="+profile, packages); err != nil {
		return 0, out, err
	}
	if out, err = p.Output(ctx, "go", "tool", "cover", "-func="+profile); err != nil {
		return 0, out, err
	}
	m := covered.FindStringSubmatch(out)
	if m == nil {
		return 0, out, errors.New("go tool cover says no total")
	}
	share, err = strconv.ParseFloat(m[1], 64)
	return share, out, err
}
