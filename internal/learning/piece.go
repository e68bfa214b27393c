package learning

import (
	"cmp"
	"slices"

	"aftershift/internal/journal"
	"aftershift/internal/supervision"
	"aftershift/internal/valid"
)

// Piece is a piece of CPD: what was learned and what became of it, by the questions of
// a framework. It is written to be shown to a regulator.
type Piece struct {
	ID        ID       `json:"id"`
	Title     string   `json:"title"`
	Framework string   `json:"framework,omitempty"` // id of the pack whose questions it answers
	Date      Date     `json:"date"`                // of the activity
	Category  string   `json:"category,omitempty"`  // of the framework
	Minutes   int      `json:"minutes,omitempty"`   // that it took
	Answers   []Answer `json:"answers,omitempty"`

	// The peer reflection: what was learned from talking about it with somebody of
	// the profession, when, and in which session, where it was one.
	Peer        string `json:"peer,omitempty"`
	PeerOn      Date   `json:"peer_on,omitempty"`
	PeerSession ID     `json:"peer_session,omitempty"`

	// Where it came from: what an item came to in a session, or entries.
	Item    ID   `json:"item,omitempty"`
	Session ID   `json:"session,omitempty"`
	Entries []ID `json:"entries,omitempty"`

	Tried    string             `json:"tried,omitempty"` // in practice, and how it went
	Worked   supervision.Worked `json:"worked,omitempty"`
	Recorded Date               `json:"recorded,omitempty"` // when it was handed in
}

// Answer is what was written to one question of the framework.
type Answer struct {
	Question string `json:"question"`
	Text     string `json:"text"`
}

// Key returns the key.
func (p Piece) Key() supervision.Key { return supervision.Key{Kind: PieceRecord, ID: p.ID} }

// Validate returns fault.Invalid for the first thing that is wrong with p, or nil.
func (p Piece) Validate() error {
	worked := []supervision.Worked{supervision.ItWorked, supervision.WorkedInPart, supervision.DidNotWork}
	return valid.First(
		valid.That(p.ID != 0, "check piece: no id"),
		valid.That(!journal.Blank(p.Title) && valid.Line(p.Title), "check piece: title"),
		valid.That(valid.Line(p.Framework) && valid.Line(p.Category), "check piece: framework"),
		valid.That(p.Date.Validate() == nil && valid.Day(p.PeerOn) && valid.Day(p.Recorded), "check piece: days"),
		valid.That(p.Minutes >= 0 && p.Minutes <= MaxWeekMinutes, "check piece: minutes"),
		valid.That(p.answers(), "check piece: answers"),
		valid.That(valid.Text(p.Peer) && valid.Text(p.Tried), "check piece: texts"),
		valid.That(valid.OneOf(p.Worked, worked), "check piece: did it work"),
		valid.That(valid.Links(p.Entries), "check piece: entries"),
	)
}

func (p Piece) answers() bool {
	for i, a := range p.Answers {
		twice := slices.ContainsFunc(p.Answers[:i], func(b Answer) bool { return b.Question == a.Question })
		if journal.Blank(a.Question) || !valid.Line(a.Question) || !valid.Text(a.Text) || twice {
			return false
		}
	}
	return len(p.Answers) <= maxParts
}

// Answer returns what was written to a question, "" for nothing.
func (p Piece) Answer(question string) string {
	for _, a := range p.Answers {
		if a.Question == question {
			return a.Text
		}
	}
	return ""
}

// Asked returns what was written to a question, by the peer where it asks for their view.
func (p Piece) Asked(q Named) string {
	if q.Peer {
		return p.Peer
	}
	return p.Answer(q.ID)
}

// Answering returns the piece with what is written to a question; "" takes it away.
func (p Piece) Answering(question, text string) Piece {
	p.Answers = slices.DeleteFunc(slices.Clone(p.Answers), func(a Answer) bool { return a.Question == question })
	if !journal.Blank(text) {
		p.Answers = append(p.Answers, Answer{question, text})
	}
	return p
}

// Whole reports whether the piece answers every question but the peer's, or was recorded
// with the regulator already.
func (p Piece) Whole(questions []Named) bool {
	missing := slices.ContainsFunc(questions, func(q Named) bool { return !q.Peer && journal.Blank(p.Answer(q.ID)) })
	return !missing || p.Recorded != ""
}

// HasPeer reports whether the piece has a peer reflection.
func (p Piece) HasPeer() bool { return !journal.Blank(p.Peer) }

// Refers returns the item and the sessions that the piece names.
func (p Piece) Refers() []supervision.Key {
	return []supervision.Key{
		{Kind: supervision.ItemRecord, ID: p.Item},
		{Kind: supervision.SessionRecord, ID: p.Session},
		{Kind: supervision.SessionRecord, ID: p.PeerSession},
	}
}

// Fits returns nil: a piece goes with whatever it came from.
func (p Piece) Fits(*supervision.Board) error { return nil }

// Clone returns a copy that shares nothing with p.
func (p Piece) Clone() supervision.Record {
	p.Answers, p.Entries = slices.Clone(p.Answers), slices.Clone(p.Entries)
	return p
}

// Without takes entries out of the piece; its words stay.
func (p Piece) Without(forgotten func(ID) bool) (supervision.Record, bool) {
	left := slices.DeleteFunc(slices.Clone(p.Entries), forgotten)
	changed := len(left) < len(p.Entries)
	p.Entries = left
	return p, changed
}

// Pieces returns the pieces on the board, the latest first.
func Pieces(b *supervision.Board) []Piece {
	all := supervision.Each[Piece](b, nil)
	slices.SortStableFunc(all, func(x, y Piece) int { return cmp.Compare(y.Date, x.Date) })
	return all
}

// AddPiece adds a piece. It gives fault.Invalid, fault.NotFound and fault.Conflict as
// supervision.Add does.
func AddPiece(p Piece) supervision.Op { return supervision.Add("undo.add_cpd", p) }

// EditPiece replaces a piece. It gives fault.NotFound and fault.Invalid.
func EditPiece(p Piece) supervision.Op {
	return supervision.Revise("undo.edit_cpd", p.ID, func(Piece) (supervision.Record, error) { return p, nil })
}

// RemovePiece takes a piece away, and what it was evidence of. It gives fault.NotFound.
func RemovePiece(id ID) supervision.Op {
	return supervision.Batch("undo.remove_cpd", func(e *supervision.Edit) error {
		for _, v := range supervision.Each(e.Board, func(v Evidence) bool { return v.Piece == id }) {
			if err := e.Do(remove[Evidence]("", v.ID)); err != nil {
				return err
			}
		}
		return e.Do(remove[Piece]("", id))
	})
}
