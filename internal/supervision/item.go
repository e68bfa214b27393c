package supervision

import (
	"slices"

	"aftershift/internal/journal"
	"aftershift/internal/valid"
)

// AgendaItem is something to bring to a session. Title, Words, KeyQuestion and
// WhoKnows are written to be shared; Private never leaves the journal. Entries
// are named by id and none of their text is copied.
type AgendaItem struct {
	ID          ID                `json:"id"`
	Title       string            `json:"title"`
	Words       string            `json:"words,omitempty"` // the matter, in words that can be shared
	Want        Want              `json:"want,omitempty"`
	KeyQuestion string            `json:"key_question,omitempty"`
	Minutes     int               `json:"minutes,omitempty"`
	Function    Function          `json:"function,omitempty"`
	Lenses      []Lens            `json:"lenses,omitempty"`
	Themes      []journal.ThemeID `json:"themes,omitempty"`
	Urgency     Urgency           `json:"urgency,omitempty"`
	WhoKnows    string            `json:"who_knows,omitempty"` // who needs to know before the session
	Private     string            `json:"private,omitempty"`   // never exported
	Entries     []ID              `json:"entries,omitempty"`
	Standing    StandingKind      `json:"standing,omitempty"`
	Audience    Audience          `json:"audience,omitempty"`
	Created     Date              `json:"created,omitempty"`

	// Place and history: changed by the board's operations alone.
	State       ItemState `json:"state"`
	Session     ID        `json:"session,omitempty"` // whose agenda lists it, 0: none
	Carried     int       `json:"carried,omitempty"`
	CarriedFrom []ID      `json:"carried_from,omitempty"` // sessions it left undiscussed, oldest first
	Parked      Lot       `json:"parked,omitzero"`
	MergedInto  ID        `json:"merged_into,omitempty"` // for a withdrawn item
	Outcome     *Outcome  `json:"outcome,omitempty"`     // of the session it was last talked about in
	Earlier     []Outcome `json:"earlier,omitempty"`     // of sessions before that, oldest first
}

// Lot is where an item is parked: for one person, or for somewhere that isn't
// supervision. Exactly one is set.
type Lot struct {
	With      ID        `json:"with,omitempty"`
	Elsewhere Elsewhere `json:"elsewhere,omitempty"`
}

func (l Lot) valid() bool {
	return (l.With != 0) != (l.Elsewhere != "") && valid.OneOf(l.Elsewhere, Elsewheres())
}

// Ready says whether the item can stand on an agenda: its title and words are
// there to be shared. A standing item needs its title only.
func (it AgendaItem) Ready() bool {
	return !journal.Blank(it.Title) && (!journal.Blank(it.Words) || it.Standing != "")
}

// MeantFor says whether an audience may read of the item: all may, unless the
// item names its own.
func (it AgendaItem) MeantFor(a Audience) bool { return it.Audience == "" || it.Audience == a }

// AskWhoKnows says whether the item is urgent and nobody is named yet who needs
// to know before the session.
func (it AgendaItem) AskWhoKnows() bool { return it.Urgency == Urgent && journal.Blank(it.WhoKnows) }

// Settled says whether the item has left the way for good: withdrawn or solved
// elsewhere.
func (it AgendaItem) Settled() bool { return it.State == Withdrawn || it.State == Solved }

// live says whether the item is still to be talked about.
func (it AgendaItem) live() bool { return it.State != Discussed && !it.Settled() }

// Validate gives fault.Invalid for the first thing that is wrong with the item
// on its own, or nil; Board.Check looks at how it stands to other records.
func (it AgendaItem) Validate() error {
	if err := it.validContent(); err != nil {
		return err
	}
	if err := it.validPlace(); err != nil {
		return err
	}
	return it.validOutcomes()
}

func (it AgendaItem) validContent() error {
	return valid.First(
		valid.That(it.ID != 0, "check item: no id"),
		valid.That(!journal.Blank(it.Title) && valid.Line(it.Title), "check item: title"),
		valid.That(valid.Text(it.Words) && valid.Text(it.KeyQuestion) && valid.Text(it.Private), "check item: words"),
		valid.That(valid.Line(it.WhoKnows), "check item: who knows"),
		valid.That(valid.OneOf(it.Want, Wants()), "check item: want"),
		valid.That(minutes(it.Minutes), "check item: minutes"),
		valid.That(valid.OneOf(it.Function, Functions()), "check item: function"),
		valid.That(valid.AllOf(it.Lenses, slices.Concat(Lenses(), Stakeholders())), "check item: lenses"),
		valid.That(valid.AllOf(it.Themes, it.Themes), "check item: themes"),
		valid.That(valid.OneOf(it.Urgency, Urgencies()), "check item: urgency"),
		valid.That(valid.OneOf(it.Standing, StandingKinds()), "check item: standing"),
		valid.That(valid.OneOf(it.Audience, Audiences()), "check item: audience"),
		valid.That(valid.Links(it.Entries), "check item: entries"),
		valid.That(valid.Day(it.Created), "check item: created"),
	)
}

func (it AgendaItem) validPlace() error {
	inSession := it.Session != 0
	return valid.First(
		valid.That(it.placed(), "check item: place"),
		valid.That(it.Carried == len(it.CarriedFrom) && valid.Links(it.CarriedFrom), "check item: chain"),
		valid.That(!inSession || !slices.Contains(it.CarriedFrom, it.Session), "check item: carried from where it is"),
		valid.That(it.State == Parked == it.Parked.valid() && (it.State == Parked || it.Parked == Lot{}), "check item: parked"),
		valid.That(it.MergedInto == 0 || it.State == Withdrawn && it.MergedInto != it.ID, "check item: merged"),
	)
}

// placed says whether the item's session and outcome go with its state.
func (it AgendaItem) placed() bool {
	switch it.State {
	case Waiting, Parked:
		return it.Session == 0
	case OnAgenda:
		return it.Session != 0 && it.Ready()
	case Discussed:
		return it.Session != 0 && it.Outcome != nil
	}
	return it.Settled()
}

func (it AgendaItem) validOutcomes() error {
	held := make([]ID, 0, len(it.Earlier)+1)
	for _, o := range it.Outcomes() {
		if err := o.Validate(); err != nil {
			return err
		}
		held = append(held, o.Session)
	}
	return valid.First(
		valid.That(valid.Links(held), "check item: outcomes"),
		valid.That(it.State != Discussed || it.Outcome.Session == it.Session, "check item: outcome of another session"),
	)
}

// Outcomes returns the item's outcomes, one a session, oldest first.
func (it AgendaItem) Outcomes() []Outcome {
	all := slices.Clone(it.Earlier)
	if it.Outcome != nil {
		all = append(all, *it.Outcome)
	}
	return all
}

// OutcomeIn gives what came out of the item in the session, or false.
func (it AgendaItem) OutcomeIn(session ID) (Outcome, bool) {
	if it.Outcome != nil && it.Outcome.Session == session {
		return *it.Outcome, true
	}
	i := slices.IndexFunc(it.Earlier, func(o Outcome) bool { return o.Session == session })
	if i < 0 {
		return Outcome{}, false
	}
	return it.Earlier[i], true
}

// Key returns the key.
func (it AgendaItem) Key() Key { return Key{ItemRecord, it.ID} }

// Refers returns the sessions it stands or stood in, the item it became part of, and
// whom it is kept for.
func (it AgendaItem) Refers() []Key {
	all := keys(SessionRecord, append(slices.Clone(it.CarriedFrom), it.Session)...)
	for _, o := range it.Outcomes() {
		all = append(all, Key{SessionRecord, o.Session})
	}
	return append(all, Key{ItemRecord, it.MergedInto}, Key{RelationshipRecord, it.Parked.With})
}

// Fits returns fault.Invalid unless its session lists it.
func (it AgendaItem) Fits(b *Board) error {
	listed := it.Session == 0 || b.lost[it.Session] == SessionRecord || slices.Contains(at[Session](b, it.Session).Agenda, it.ID)
	return valid.First(valid.That(listed, "check item: not on its session's agenda"))
}

// Clone returns a copy that shares nothing with it.
func (it AgendaItem) Clone() Record {
	it.Lenses = slices.Clone(it.Lenses)
	it.Themes = slices.Clone(it.Themes)
	it.Entries = slices.Clone(it.Entries)
	it.CarriedFrom = slices.Clone(it.CarriedFrom)
	it.Earlier = slices.Clone(it.Earlier)
	if it.Outcome != nil {
		o := *it.Outcome
		it.Outcome = &o
	}
	return it
}
