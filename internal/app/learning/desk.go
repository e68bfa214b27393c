// Package learning is what a year of practice adds up to, as a person has it: packs of
// rules and frameworks chosen, hours logged and signed, needs that become pieces of CPD,
// and the evidence for competences.
package learning

import (
	"slices"
	"strings"

	"aftershift/assets"
	"aftershift/internal/app/core"
	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/learning"
	"aftershift/internal/supervision"
)

// Desk is an open journal as far as learning goes. Its methods may be called from any
// goroutine.
type Desk struct {
	core.Core
	shipped []learning.Pack
}

// New returns the desk for learning.
func New(c core.Core) *Desk { return &Desk{c, core.Shipped(assets.Packs(), learning.Parse)} }

// Packs returns what can be chosen for a purpose: what ships, and the pack of one's
// own that is in use.
func (d *Desk) Packs(purpose learning.Purpose) []learning.Pack {
	all := slices.DeleteFunc(slices.Clone(d.shipped), func(p learning.Pack) bool { return p.For != purpose })
	if own, choice, is := d.Pack(purpose); is && choice.Own != "" {
		all = append(all, own)
	}
	return all
}

// Pack returns the pack in use for a purpose and since when, and whether there is one
// that can be read.
func (d *Desk) Pack(purpose learning.Purpose) (learning.Pack, learning.Choice, bool) {
	c, chosen := learning.Chosen(d.Library().Board(), purpose)
	if !chosen {
		return learning.Pack{}, c, false
	}
	if c.Own != "" {
		p, err := learning.Parse([]byte(c.Own))
		return p, c, err == nil
	}
	i := slices.IndexFunc(d.shipped, func(p learning.Pack) bool { return p.ID == c.Pack && p.For == purpose })
	if i < 0 {
		return learning.Pack{}, c, false
	}
	return d.shipped[i], c, true
}

// ChoosePack uses a pack that ships from a day on, "" for from the first line. It gives
// fault.NotFound, fault.Invalid for a wrong day, and can be undone.
func (d *Desk) ChoosePack(id string, since journal.Date) error {
	i := slices.IndexFunc(d.shipped, func(p learning.Pack) bool { return p.ID == id })
	if i < 0 {
		return fault.New(fault.NotFound, "choose pack")
	}
	return d.choose(learning.Choice{For: d.shipped[i].For, Pack: id, Since: since})
}

// ChooseOwn uses a pack of one's own. It gives fault.Invalid, with a
// learning.Refusal as its cause where the pack is malformed: then the one that was in
// use stays. It can be undone.
func (d *Desk) ChooseOwn(raw []byte, since journal.Date) (learning.Pack, error) {
	p, err := learning.Parse(raw)
	if err != nil {
		return p, err
	}
	return p, d.choose(learning.Choice{For: p.For, Pack: p.ID, Since: since, Own: string(raw)})
}

// SetSince changes from which day on things count; "" from the first. It gives
// fault.NotFound where no pack is in use, and fault.Invalid; it can be undone.
func (d *Desk) SetSince(purpose learning.Purpose, since journal.Date) error {
	_, c, is := d.Pack(purpose)
	if !is {
		return fault.New(fault.NotFound, "choose pack")
	}
	c.Since = since
	return d.choose(c)
}

// SetFigure changes one figure of the pack in use, which becomes one's own by that. It
// gives fault.NotFound for a rule that isn't there, and fault.Invalid; it can be undone.
func (d *Desk) SetFigure(purpose learning.Purpose, rule string, figure float64) error {
	p, c, is := d.Pack(purpose)
	if !is {
		return fault.New(fault.NotFound, "change rule")
	}
	raw, err := p.WithFigure(rule, figure, d.Today())
	if err != nil {
		return err
	}
	_, err = d.ChooseOwn(raw, c.Since)
	return err
}

func (d *Desk) choose(c learning.Choice) error {
	_, err := d.Make(func(id journal.ID) supervision.Op {
		c.ID = id
		return learning.Choose(c)
	})
	return err
}

// DropPack stops using a pack; what was logged stays. It gives the kinds of
// Core.Change, and can be undone.
func (d *Desk) DropPack(purpose learning.Purpose) error { return d.Change(learning.Unchoose(purpose)) }

// Learns reports whether there is anything of learning in the journal: a pack in use,
// hours, or a piece.
func (d *Desk) Learns() bool {
	b := d.Library().Board()
	return len(supervision.Each[learning.Choice](b, nil))+len(learning.Pieces(b))+len(learning.AllHours(b)) > 0
}

// withNamed returns the id of somebody by name, whatever its case; 0 for nobody.
func withNamed(b *supervision.Board, name string) journal.ID {
	for _, r := range b.Relationships() {
		if strings.EqualFold(strings.Join(strings.Fields(name), " "), r.Name) {
			return r.ID
		}
	}
	return 0
}
