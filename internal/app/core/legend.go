package core

import (
	"bytes"
	"crypto/rand"
	"encoding/json"
	"strings"

	"aftershift/internal/fault"
	"aftershift/internal/seal"
)

// LegendLine says in the legend who somebody is that the journal calls by a code.
type LegendLine struct {
	Code string `json:"code"`
	Name string `json:"name"`
}

// Legend is the key to the opened legend: names behind the codes that one writes
// with, sealed within the journal under a passphrase of its own. Whoever reads the
// unlocked journal doesn't read it. Nothing of it is searched or copied.
type Legend struct {
	id  [seal.SaltSize]byte
	key seal.Key
}

// In the settings a legend is its id, the slot that its passphrase opens, and the
// box of its lines.
const (
	legendSlot = seal.SaltSize
	legendBox  = legendSlot + seal.SlotSize
	// mostLegend bounds how many lines a legend has.
	mostLegend = 2000
)

// legendPadding hides how many lines there are.
var legendPadding = seal.Steps(4 << 10)

// HasLegend reports whether there is a legend.
func (d *Desk) HasLegend() bool { return len(d.Settings().Legend) > 0 }

// BeginLegend makes an empty legend under the passphrase, and makes that a step. It
// takes as long as unlocking. It gives fault.Conflict where there is one,
// fault.Invalid for an empty passphrase, and the errors of SetSettings.
func (d *Desk) BeginLegend(passphrase string) (Legend, error) {
	var l Legend
	rand.Read(l.id[:]) // never fails: https://pkg.go.dev/crypto/rand#Read
	key, err := seal.NewKey(rand.Reader)
	if err != nil {
		return l, fault.Wrap("begin legend", err)
	}
	l.key = key
	params := d.app.config.Vault.Params
	if params == (seal.Params{}) {
		params = seal.DefaultParams()
	}
	slot, err := seal.NewPassphraseSlot(key, l.id, seal.NewSecret(passphrase), params, rand.Reader)
	if err != nil {
		return l, fault.Wrap("begin legend", err)
	}
	head := append(l.id[:], slot.Marshal()...)
	sealed, err := l.sealed(head, nil)
	if err != nil {
		return l, fault.Wrap("begin legend", err)
	}
	return l, d.putLegend(nil, sealed)
}

// OpenLegend opens the legend. It takes as long as unlocking. It gives
// fault.NotFound where there is none, fault.CannotUnlock for another passphrase, and
// fault.Damaged.
func (d *Desk) OpenLegend(passphrase string) (Legend, error) {
	var l Legend
	raw, err := d.legend("open legend")
	if err != nil {
		return l, err
	}
	copy(l.id[:], raw)
	slot, err := seal.ParseSlot(raw[legendSlot:legendBox])
	if err != nil {
		return l, fault.Wrap("open legend", err)
	}
	l.key, err = slot.OpenPassphrase(seal.NewSecret(passphrase), l.id)
	return l, fault.Wrap("open legend", err)
}

// legend gives what is kept of the legend, at least as long as its head. It gives
// fault.NotFound and fault.Damaged, of the operation that op names.
func (d *Desk) legend(op string) ([]byte, error) {
	raw := d.Settings().Legend
	switch {
	case len(raw) == 0:
		return nil, fault.New(fault.NotFound, op)
	case len(raw) < legendBox:
		return nil, fault.New(fault.Damaged, op)
	}
	return raw, nil
}

// ReadLegend gives the lines of the opened legend, in the order of keeping. It gives
// fault.NotFound where it was thrown away, fault.Conflict where another stands in its
// place, and fault.Damaged.
func (d *Desk) ReadLegend(l Legend) ([]LegendLine, error) {
	raw, err := d.legend("read legend")
	if err == nil && !bytes.Equal(raw[:legendSlot], l.id[:]) {
		err = fault.New(fault.Conflict, "read legend")
	}
	if err != nil {
		return nil, err
	}
	padded, err := seal.NewBox(l.key, rand.Reader).Open(raw[legendBox:], legendLabel(raw))
	if err != nil {
		return nil, fault.Wrap("read legend", err)
	}
	plain, err := seal.Unpad(legendPadding, padded)
	if err != nil {
		return nil, fault.Wrap("read legend", err)
	}
	var lines []LegendLine
	if json.Unmarshal(plain, &lines) != nil {
		return nil, fault.New(fault.Damaged, "read legend")
	}
	return lines, nil
}

// KeepLegend puts lines in the place of those of the opened legend, and makes that a
// step. Lines of which both halves are empty are left out. It gives fault.Invalid for
// too many, the errors of ReadLegend, and those of SetSettings.
func (d *Desk) KeepLegend(l Legend, lines []LegendLine) error {
	var kept []LegendLine
	for _, line := range lines {
		line = LegendLine{Code: tidied(line.Code), Name: tidied(line.Name)}
		if line != (LegendLine{}) {
			kept = append(kept, line)
		}
	}
	if len(kept) > mostLegend {
		return fault.New(fault.Invalid, "keep legend")
	}
	if _, err := d.ReadLegend(l); err != nil {
		return err
	}
	before := d.Settings().Legend
	sealed, err := l.sealed(before[:legendBox:legendBox], kept)
	if err != nil {
		return fault.Wrap("keep legend", err)
	}
	return d.putLegend(before, sealed)
}

// DropLegend throws the legend away, whoever asks, as where its passphrase is
// forgotten, and makes that a step. It gives the errors of SetSettings.
func (d *Desk) DropLegend() error { return d.putLegend(d.Settings().Legend, nil) }

// sealed gives what is kept: the head as it is, and the lines in their box.
func (l Legend) sealed(head []byte, lines []LegendLine) ([]byte, error) {
	plain, err := json.Marshal(lines)
	if err != nil {
		return nil, fault.As(fault.Internal, "seal legend", err)
	}
	padded, err := seal.Pad(legendPadding, plain)
	if err != nil {
		return nil, err
	}
	return seal.NewBox(l.key, rand.Reader).Seal(head, padded, legendLabel(head))
}

// legendLabel binds the lines to the slot above them.
func legendLabel(head []byte) []byte {
	return append([]byte(seal.Label+"legend "), head[:legendBox]...)
}

// putLegend exchanges what is kept, and makes that a step.
func (d *Desk) putLegend(from, to []byte) error {
	return putList(d, "undo.legend", func(s *Settings) *[]byte { return &s.Legend }, from, to)
}

func tidied(text string) string { return strings.Join(strings.Fields(text), " ") }
