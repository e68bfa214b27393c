package learning

import (
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
	"aftershift/internal/valid"
)

// Evidence says that something shows a competence: an entry, what came of an item, a
// piece of CPD, or words of feedback. One of the four is given.
type Evidence struct {
	ID       ID     `json:"id"`
	Set      string `json:"set"`    // id of the pack of competences
	Domain   string `json:"domain"` // id of the competence in it
	Entry    ID     `json:"entry,omitempty"`
	Item     ID     `json:"item,omitempty"`
	Piece    ID     `json:"piece,omitempty"`
	Feedback string `json:"feedback,omitempty"`
	On       Date   `json:"on"` // the day that it is of
}

// EvidenceKind is one of the four things that evidence can be.
type EvidenceKind string

// The kinds of evidence.
const (
	FromEntry    EvidenceKind = "entry"
	FromItem     EvidenceKind = "item"
	FromPiece    EvidenceKind = "piece"
	FromFeedback EvidenceKind = "feedback"
)

// EvidenceKinds returns every kind, in the order to show them.
func EvidenceKinds() []EvidenceKind {
	return []EvidenceKind{FromEntry, FromItem, FromPiece, FromFeedback}
}

// Kind returns what the evidence is.
func (v Evidence) Kind() EvidenceKind {
	switch {
	case v.Entry != 0:
		return FromEntry
	case v.Item != 0:
		return FromItem
	case v.Piece != 0:
		return FromPiece
	}
	return FromFeedback
}

// Key returns the key.
func (v Evidence) Key() supervision.Key { return supervision.Key{Kind: EvidenceRecord, ID: v.ID} }

// Validate returns fault.Invalid for the first thing that is wrong with v, or nil.
func (v Evidence) Validate() error {
	given := 0
	for _, is := range []bool{v.Entry != 0, v.Item != 0, v.Piece != 0, !journal.Blank(v.Feedback)} {
		if is {
			given++
		}
	}
	return valid.First(
		valid.That(v.ID != 0, "check evidence: no id"),
		valid.That(!journal.Blank(v.Set) && valid.Line(v.Set) && !journal.Blank(v.Domain) && valid.Line(v.Domain), "check evidence: competence"),
		valid.That(given == 1, "check evidence: of one thing"),
		valid.That(valid.Text(v.Feedback), "check evidence: feedback"),
		valid.That(v.On.Validate() == nil, "check evidence: day"),
	)
}

// Refers returns the item or the piece.
func (v Evidence) Refers() []supervision.Key {
	return []supervision.Key{{Kind: supervision.ItemRecord, ID: v.Item}, {Kind: PieceRecord, ID: v.Piece}}
}

// Fits returns nil: a thing may show several competences, and one of them twice.
func (v Evidence) Fits(*supervision.Board) error { return nil }

// Clone returns v, which holds nothing to share.
func (v Evidence) Clone() supervision.Record { return v }

// Without returns Gone where the entry is one of the forgotten.
func (v Evidence) Without(forgotten func(ID) bool) (supervision.Record, bool) {
	if v.Entry != 0 && forgotten(v.Entry) {
		return supervision.Gone{Of: v.Key()}, true
	}
	return v, false
}

// AllEvidence returns the evidence for a set of competences, by id.
func AllEvidence(b *supervision.Board, set string) []Evidence {
	return supervision.Each(b, func(v Evidence) bool { return v.Set == set })
}

// Same reports whether both say the same of the same thing.
func (v Evidence) Same(other Evidence) bool {
	other.ID, other.On = v.ID, v.On
	return v == other
}

// AddEvidence adds evidence. It gives fault.Invalid, fault.NotFound and
// fault.Conflict as supervision.Add does.
func AddEvidence(v Evidence) supervision.Op { return supervision.Add("undo.add_evidence", v) }

// RemoveEvidence takes evidence away, not what it is of. It gives fault.NotFound.
func RemoveEvidence(id ID) supervision.Op { return remove[Evidence]("undo.remove_evidence", id) }
