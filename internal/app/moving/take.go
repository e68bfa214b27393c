package moving

import (
	"cmp"
	"context"
	"path"
	"slices"
	"strings"
	"sync/atomic"
	"time"

	"aftershift/internal/app/core"
	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/moving/notes"
)

// Rule says which day an instant that a source gives in UTC is about.
type Rule uint8

// The rules.
const (
	// WhereIWas takes the day by the zone that the source names, and by that of this
	// computer where it names none.
	WhereIWas Rule = iota
	// AsWritten takes the day in UTC, as it stands in the file.
	AsWritten
)

// Told is what an import comes to under a rule.
type Told struct {
	Entries  int // that would be new
	Double   int // that the journal has, or that stand twice
	Shifted  int // whose day the other rule would make another
	From, To journal.Date
	Undated  []string               // notes that say no day, and get today's
	Folders  []string               // whose names become themes, each once
	Beside   []string               // attachments that stay where they are
	Left     []string               // names of fields that aren't taken, each once
	Untagged []string               // tags that become no theme, each once
	Hidden   map[notes.Hidden]int   // what documents hide, and in how many
	Skipped  map[notes.Why][]string // files that were left out
}

// Tell says what taking in comes to.
func (in *Incoming) Tell(rule Rule, today journal.Date) Told {
	t := Told{Hidden: map[notes.Hidden]int{}, Skipped: map[notes.Why][]string{}}
	for i, n := range in.Notes {
		if in.double[i] {
			t.Double++
			continue
		}
		t.Entries++
		day := in.day(n, rule, today)
		if t.From == "" || day < t.From {
			t.From = day
		}
		t.To = max(t.To, day)
		if n.Day == "" && n.At.IsZero() {
			t.Undated = append(t.Undated, cmp.Or(n.Title, n.File))
		}
		if in.day(n, WhereIWas, today) != in.day(n, AsWritten, today) {
			t.Shifted++
		}
		t.Beside = append(t.Beside, n.Beside...)
		t.Left = append(t.Left, n.Left...)
		_, untagged := tagsOf(n)
		t.Untagged, t.Folders = append(t.Untagged, untagged...), append(t.Folders, n.Folders...)
		for _, h := range n.Hidden {
			t.Hidden[h]++
		}
	}
	t.Left, t.Untagged, t.Folders, t.Beside = once(t.Left), once(t.Untagged), once(t.Folders), once(t.Beside)
	shown := map[string]bool{}
	for _, name := range t.Beside {
		shown[stem(name)] = true
	}
	for _, s := range in.Skipped {
		if s.Why == notes.Unknown && shown[stem(s.File)] {
			continue // told already: a note shows it
		}
		t.Skipped[s.Why] = append(t.Skipped[s.Why], s.File)
	}
	return t
}

// stem returns the name of a file without its folder and its ending, which Joplin leaves
// out where a note shows the file.
func stem(file string) string { return strings.TrimSuffix(path.Base(file), path.Ext(file)) }

func once(names []string) []string { return slices.Compact(slices.Sorted(slices.Values(names))) }

// tagsOf gives the tags of a note, and the folders it stands in, that become themes, and
// the others: those that can't be the name of one, and what is more than an entry may have.
func tagsOf(n notes.Note) (named, others []string) {
	for _, tag := range once(slices.Concat(n.Tags, n.Folders)) {
		if _, err := journal.NewTheme(tag); err != nil || len(named) == journal.MaxThemes {
			others = append(others, tag)
			continue
		}
		named = append(named, tag)
	}
	return named, others
}

// day gives the day that a note is about.
func (in *Incoming) day(n notes.Note, rule Rule, today journal.Date) journal.Date {
	day := journal.Date(n.Day)
	if n.Day == "" && !n.At.IsZero() {
		day = journal.DateOf(in.when(n, rule))
	}
	if day.Validate() != nil {
		return today
	}
	return day
}

// when gives the time of a note in the zone whose day it is.
func (in *Incoming) when(n notes.Note, rule Rule) time.Time {
	if !n.UTC || rule == AsWritten {
		return n.At
	}
	if zone, err := time.LoadLocation(n.Zone); err == nil && n.Zone != "" && n.Zone != "Local" {
		return n.At.In(zone)
	}
	return n.At.In(in.local)
}

// TakeIn makes every note that isn't double an entry, with its tags as themes, in one
// step, and puts the people that were chosen into the register: all of it or nothing. One
// undo takes all of it back. progress (may be nil) counts notes as they are written. It
// gives how many, fault.Cancelled when ctx ends, and the errors of core.Import.
func (d *Desk) TakeIn(ctx context.Context, in *Incoming, take Taking, progress *atomic.Int64) (int, error) {
	t := &taken{desk: d}
	if err := t.in(ctx, in, take, progress); err != nil {
		return 0, fault.Wrap("take notes in", err)
	}
	if len(t.Entries) == 0 {
		return 0, nil
	}
	d.Did("undo.import", t.back, t.again)
	return len(t.Entries), nil
}

// Taking is how notes are taken in.
type Taking struct {
	Rule   Rule
	People [][]string // for the register, the forms of each name; nobody gets there without a choice
}

// taken is one import: what undo takes back.
type taken struct {
	desk *Desk
	core.Imported
}

func (t *taken) in(ctx context.Context, in *Incoming, take Taking, progress *atomic.Int64) (err error) {
	t.Imported, err = t.desk.Import(ctx, core.Import{
		Themes: in.tags(), People: take.People,
		Entries: func(themes journal.Themes) (all []journal.Entry, err error) {
			for i, n := range in.Notes {
				if ctx.Err() != nil {
					return nil, fault.As(fault.Cancelled, "take note in", ctx.Err())
				}
				if in.double[i] {
					continue
				}
				e, err := t.desk.entryOf(in, n, take.Rule, themes)
				if err != nil {
					return nil, err
				}
				all = append(all, e)
			}
			return all, nil
		},
	}, progress)
	return err
}

// tags gives the tags of all notes that come in.
func (in *Incoming) tags() (all []string) {
	for i, n := range in.Notes {
		if named, _ := tagsOf(n); !in.double[i] {
			all = append(all, named...)
		}
	}
	return once(all)
}

// wordsOf gives the title and the text that a note has as an entry. A title longer than
// a title may be stands whole above the text, too.
func wordsOf(n notes.Note) (title, text string) {
	whole, text := strings.Join(strings.Fields(strings.ToValidUTF8(n.Title, "�")), " "), strings.ToValidUTF8(n.Text, "�")
	if title = journal.Excerpt(whole, journal.MaxTitle/4); title != whole && len(whole)+len(text)+2 <= journal.MaxText {
		text = whole + "\n\n" + text
	}
	return title, text
}

// entryOf gives a note as an entry.
func (d *Desk) entryOf(in *Incoming, n notes.Note, rule Rule, themes journal.Themes) (journal.Entry, error) {
	id, err := d.Library().NewID()
	if err != nil {
		return journal.Entry{}, err
	}
	e := journal.New(id, journal.QuickNote, d.Now())
	e.Title, e.Sections[0].Text = wordsOf(n)
	e.Date, e.Revision = in.day(n, rule, d.Today()), 1
	if e.Written = in.when(n, rule); e.Written.IsZero() {
		if e.Written = d.Now(); n.Day != "" {
			e.Written = e.Date.Time()
		}
	}
	named := []journal.ThemeID{}
	tags, _ := tagsOf(n)
	for _, tag := range tags {
		if _, theme, err := themes.Add(tag); err == nil {
			named = append(named, theme.ID)
		}
	}
	e.Themes = themes.Distinct(named)
	return e, e.Validate()
}

// back takes the entries out again, their themes, and the people. It gives fault.Conflict where an
// entry was written on since, and then takes none out.
func (t *taken) back() error {
	d := t.desk
	if d.Held() {
		return fault.As(fault.Conflict, "take import back", core.ErrHeld)
	}
	ids := make([]journal.ID, len(t.Entries))
	for i, e := range t.Entries {
		now, stands := d.Library().Overview(e.ID)
		if !stands || now.Revision != e.Revision || !now.Updated.Equal(e.Updated) || slices.Contains(d.Library().Drafts(), e.ID) {
			return fault.New(fault.Conflict, "take import back: written on since")
		}
		ids[i] = e.ID
	}
	if _, err := d.Library().Purge(context.Background(), ids...); err != nil {
		return err
	}
	for _, id := range ids {
		d.Texts().Remove(id)
		d.Tell(core.Event{Kind: core.EntryGone, ID: id})
	}
	if err := d.DropPeople(t.People); err != nil {
		return err
	}
	return d.DropThemes(t.Themes)
}

// again brings them in again, under ids of their own: those before were taken out for
// good.
func (t *taken) again() error {
	names, people := make([]string, len(t.Themes)), make([][]string, len(t.People))
	for i, theme := range t.Themes {
		names[i] = theme.Name
	}
	for i, p := range t.People {
		people[i] = p.Forms
	}
	ids, err := t.desk.NewIDs(len(t.Entries))
	if err != nil {
		return err
	}
	next := slices.Clone(t.Entries)
	for i := range next {
		next[i].ID = ids[i]
	}
	made, err := t.desk.Import(context.Background(), core.Import{
		Themes: names, People: people, Entries: func(journal.Themes) ([]journal.Entry, error) { return next, nil },
	}, nil)
	if err != nil {
		return err
	}
	t.Entries, t.People = made.Entries, made.People
	return nil
}
