package supervision

import (
	"cmp"
	"slices"

	"aftershift/internal/journal"
)

// EntryFact is what a suggestion may know of an entry: no text.
type EntryFact struct {
	ID      ID
	Date    Date
	Themes  []journal.ThemeID
	Still   journal.Level // still carrying it
	Flagged bool          // marked for supervision
	Good    bool          // something that went well
}

// Reason is the key of why something is suggested.
type Reason string

// The reasons.
const (
	NotInCaseRecord Reason = "not_in_case_record" // a decision isn't in the case record yet
	PassedOver      Reason = "passed_over"        // marked, and two sessions went by without it
	StillCarrying   Reason = "still_carrying"     // six or more, and on no agenda
	ThemeAgain      Reason = "theme_again"        // a theme for the third time
	NothingGood     Reason = "nothing_good"       // good things happened, none is brought
)

// When a suggestion is made.
const (
	heavy       = 6  // still carried from this level on
	often       = 3  // entries with one theme
	themeWindow = 30 // days in which they count
	passedBy    = 2  // sessions held without an entry that was marked
	fewGood     = 3  // good entries named at most
)

// Suggestion is something that may be worth bringing, and why. Count is how
// often or how much: entries of the theme, sessions gone by, the level.
type Suggestion struct {
	Reason  Reason
	Theme   journal.ThemeID // for ThemeAgain
	Entries []ID
	Item    ID // the item concerned, 0: none yet
	Session ID // for NotInCaseRecord
	Count   int
}

// Suggest gives what may be worth bringing to somebody (0: to anybody), in the
// order of the reasons above. What belongs to a session with somebody else isn't
// told of. What an item still to be talked about holds already is left out, except where
// it was passed over. Entries come as facts, whose list it changes; today is the last day
// that counts.
func (b *Board) Suggest(with ID, facts []EntryFact, today Date) []Suggestion {
	facts = slices.DeleteFunc(facts, func(f EntryFact) bool { return f.Date > today })
	slices.SortFunc(facts, func(x, y EntryFact) int {
		return cmp.Or(cmp.Compare(y.Date, x.Date), cmp.Compare(x.ID, y.ID))
	})
	all := []Suggestion{}
	for _, u := range b.unrecorded(b.waitsFor(with)) {
		all = append(all, Suggestion{
			Reason: NotInCaseRecord, Item: u.Item, Session: u.Session, Entries: clone(at[AgendaItem](b, u.Item)).Entries,
		})
	}
	live := b.liveEntries()
	all = append(all, b.passedOver(with, facts, live)...)
	all = append(all, stillCarried(facts, live)...)
	all = append(all, b.themesAgain(facts, today)...)
	return append(all, b.nothingGood(with, facts)...)
}

// liveEntries gives the item to be talked about that holds each entry.
func (b *Board) liveEntries() map[ID]ID {
	held := map[ID]ID{}
	for _, it := range b.Items(AgendaItem.live) {
		for _, entry := range it.Entries {
			held[entry] = it.ID
		}
	}
	return held
}

func (b *Board) passedOver(with ID, facts []EntryFact, live map[ID]ID) []Suggestion {
	discussed := map[ID]bool{}
	for it := range each[AgendaItem](b) {
		for _, entry := range it.Entries {
			discussed[entry] = discussed[entry] || it.State == Discussed || it.Settled()
		}
	}
	open, sessions := b.open(with), b.held(b.with(with), -1)
	var found []Suggestion
	for _, f := range facts {
		if !f.Flagged || discussed[f.ID] || !open(at[AgendaItem](b, live[f.ID])) {
			continue
		}
		gone := 0
		for _, s := range sessions {
			if dayOf(s.Opened) > f.Date {
				gone++
			}
		}
		if gone >= passedBy {
			found = append(found, Suggestion{Reason: PassedOver, Entries: []ID{f.ID}, Item: live[f.ID], Count: gone})
		}
	}
	return found
}

func stillCarried(facts []EntryFact, live map[ID]ID) []Suggestion {
	var found []Suggestion
	for _, f := range facts {
		if level := weight(f.Still); level >= heavy && live[f.ID] == 0 {
			found = append(found, Suggestion{Reason: StillCarrying, Entries: []ID{f.ID}, Count: level})
		}
	}
	slices.SortStableFunc(found, mostFirst)
	return found
}

func (b *Board) themesAgain(facts []EntryFact, today Date) []Suggestion {
	with := map[journal.ThemeID][]ID{}
	for _, f := range facts { // the newest first
		if f.Date.DaysUntil(today) >= themeWindow {
			break
		}
		for _, theme := range f.Themes {
			with[theme] = append(with[theme], f.ID)
		}
	}
	for _, it := range b.Items(AgendaItem.live) {
		for _, theme := range it.Themes {
			delete(with, theme)
		}
	}
	var found []Suggestion
	for theme, entries := range with {
		if len(entries) >= often {
			found = append(found, Suggestion{Reason: ThemeAgain, Theme: theme, Entries: entries, Count: len(entries)})
		}
	}
	slices.SortFunc(found, func(x, y Suggestion) int {
		return cmp.Or(mostFirst(x, y), cmp.Compare(x.Theme, y.Theme))
	})
	return found
}

// nothingGood names good entries since the last session held, when nothing on
// the way is to be celebrated.
func (b *Board) nothingGood(with ID, facts []EntryFact) []Suggestion {
	open := b.open(with)
	celebrates := func(it AgendaItem) bool { return it.live() && it.Want == WantCelebrate && open(it) }
	if len(b.Items(celebrates)) > 0 {
		return nil
	}
	since := Date("")
	if last := b.held(b.with(with), 1); len(last) > 0 {
		since = dayOf(last[0].When())
	}
	s := Suggestion{Reason: NothingGood}
	for _, f := range facts {
		if f.Good && f.Date >= since {
			s.Entries = append(s.Entries, f.ID)
		}
	}
	if s.Count = len(s.Entries); s.Count == 0 {
		return nil
	}
	s.Entries = s.Entries[:min(fewGood, s.Count)]
	return []Suggestion{s}
}

func mostFirst(x, y Suggestion) int { return cmp.Compare(y.Count, x.Count) }
