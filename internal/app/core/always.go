package core

import (
	"slices"
	"strings"

	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

// AlwaysKept are words that look as if they named somebody and stay in every copy,
// and why.
type AlwaysKept struct {
	Words  string `json:"words"`
	Reason string `json:"reason"`
}

// mostAlways bounds how many words are always kept.
const mostAlways = 500

// KeepAlways lets words stay in every copy from now on, for a reason, and makes that
// a step. It gives fault.Invalid without words or a reason, or where there are too
// many, and the errors of SetSettings.
func (d *Desk) KeepAlways(words, reason string) error {
	one := AlwaysKept{Words: tidied(words), Reason: tidied(reason)}
	before := d.Settings().Always
	after := append(without(before, one.Words), one)
	if one.Words == "" || one.Reason == "" || len(after) > mostAlways {
		return fault.New(fault.Invalid, "always keep words")
	}
	return d.putAlways(before, after)
}

// AskAgain takes words from those that always stay, so that the next copy asks about
// them, and makes that a step. It gives fault.NotFound for other words, and the errors
// of SetSettings.
func (d *Desk) AskAgain(words string) error {
	before := d.Settings().Always
	after := without(before, words)
	if len(after) == len(before) {
		return fault.New(fault.NotFound, "ask about words again")
	}
	return d.putAlways(before, after)
}

// StaysAlways gives why the words always stay, whatever their case, and whether they
// do.
func (s Settings) StaysAlways(words string) (reason string, does bool) {
	words = tidied(words)
	for _, k := range s.Always {
		if strings.EqualFold(k.Words, words) {
			return k.Reason, true
		}
	}
	return "", false
}

func without(all []AlwaysKept, words string) []AlwaysKept {
	return slices.DeleteFunc(slices.Clone(all), func(k AlwaysKept) bool { return strings.EqualFold(k.Words, tidied(words)) })
}

func (d *Desk) putAlways(from, to []AlwaysKept) error {
	return putList(d, "undo.always", func(s *Settings) *[]AlwaysKept { return &s.Always }, from, to)
}

// Reader is for whom a paper was made last, of the relationship With or of none,
// although it would have been for those of Usual.
type Reader struct {
	Paper    string               `json:"paper"`
	With     journal.ID           `json:"with,omitempty"`
	Usual    supervision.Audience `json:"usual"`
	Audience supervision.Audience `json:"audience"`
}

// ReaderOf gives for whom a paper of that name, with somebody or with nobody (0), was
// made last; else usual, also where that has changed since.
func (s Settings) ReaderOf(paper string, with journal.ID, usual supervision.Audience) supervision.Audience {
	for _, r := range s.Readers {
		if r.Paper == paper && r.With == with && r.Usual == usual {
			return r.Audience
		}
	}
	return usual
}

// mostReaders bounds how many are remembered; the oldest go first.
const mostReaders = 200

// KeepReader keeps for whom a paper was made last. It is no step. It gives the
// errors of SetSettings.
func (d *Desk) KeepReader(now Reader) error {
	if d.Settings().ReaderOf(now.Paper, now.With, now.Usual) == now.Audience {
		return nil
	}
	return d.SetSettings(func(s *Settings) {
		all := slices.DeleteFunc(slices.Clone(s.Readers), func(r Reader) bool { return r.Paper == now.Paper && r.With == now.With })
		all = append(all, now)
		s.Readers = all[max(len(all)-mostReaders, 0):]
	})
}
