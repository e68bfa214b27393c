package core

import (
	"cmp"
	"encoding/json"
	"slices"
	"strings"

	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/library"
)

// Reload reads the settings, the themes and the register as they are after other
// records were brought in, and makes entries known to searching; those that are
// gone are found no more. It tells. It gives the errors of Library.Load.
func (d Core) Reload(entries ...journal.ID) error {
	d.saving.Lock()
	defer d.saving.Unlock()
	var k known
	for _, load := range []func(*library.Library) error{k.loadSettings, k.loadThemes, k.loadPeople, k.loadTemplates} {
		if err := load(d.library); err != nil {
			return fault.Wrap("read journal again", err)
		}
	}
	before := d.known.Load().themes
	d.known.Store(&k)
	d.retext(before)
	for _, id := range entries {
		e, err := d.library.Entry(id)
		if err != nil {
			d.texts.Remove(id)
			d.Tell(Event{Kind: EntryGone, ID: id})
			continue
		}
		d.texts.Put(e, d.themeNames(e.Themes))
		d.Tell(Event{Kind: EntrySaved, ID: id})
	}
	for _, kind := range []EventKind{SettingsChanged, ThemesChanged, PeopleChanged, TemplatesChanged, SupervisionChanged} {
		d.Tell(Event{Kind: kind})
	}
	return nil
}

// OwnSettings gives settings without what belongs to one file and its keys, or to
// one computer: as they leave the journal. It gives fault.Damaged.
func OwnSettings(raw json.RawMessage) (json.RawMessage, error) {
	fields := map[string]json.RawMessage{}
	if err := json.Unmarshal(raw, &fields); err != nil {
		return nil, fault.New(fault.Damaged, "read settings")
	}
	for _, name := range []string{"recovery_confirmed", "recovery_marks", "recall_after", "cost_checked", "copied_away", "exported", "place", "unfinished"} {
		delete(fields, name)
	}
	return marshal(fields)
}

// joinSettings gives the settings of here, with what they don't say yet.
func joinSettings(here, there json.RawMessage) (json.RawMessage, error) {
	var h, t Settings
	if err := both(here, there, &h, &t); err != nil {
		return nil, err
	}
	own, err := OwnSettings(there)
	if err != nil {
		return nil, err
	}
	says, more := map[string]json.RawMessage{}, map[string]json.RawMessage{}
	if err := both(here, own, &says, &more); err != nil {
		return nil, err
	}
	changed := false
	for name, value := range more {
		if empty := string(says[name]); empty == "" || empty == "null" || empty == `""` || empty == "[]" {
			says[name], changed = value, true
		}
	}
	searches := joinList(slices.Clone(h.Searches), t.Searches, func(a, b SavedSearch) bool { return strings.EqualFold(a.Name, b.Name) })
	requests := joinList(slices.Clone(h.Requests), t.Requests, func(a, b Request) bool { return a == b })
	profiles := joinList(slices.Clone(h.Profiles), t.Profiles, func(a, b Profile) bool { return a.Audience == b.Audience })
	if !changed && len(searches) == len(h.Searches) && len(requests) == len(h.Requests) && len(profiles) == len(h.Profiles) {
		return here, nil
	}
	lists, err := marshal(Settings{Searches: searches, Profiles: profiles, Requests: requests})
	if err != nil {
		return nil, err
	}
	var fresh map[string]json.RawMessage
	if err := both(lists, lists, &fresh, &fresh); err != nil {
		return nil, err
	}
	for _, name := range []string{"searches", "profiles", "requests"} {
		if value, any := fresh[name]; any {
			says[name] = value
		}
	}
	return marshal(says)
}

// joinThemes gives the themes of both; of one that each changed, as the later said.
func joinThemes(last, first json.RawMessage) (json.RawMessage, error) {
	var l, f journal.Themes
	if err := both(last, first, &l, &f); err != nil {
		return nil, err
	}
	all := joinList(l, f, func(a, b journal.Theme) bool { return a.ID == b.ID })
	slices.SortStableFunc(all, func(a, b journal.Theme) int { return cmp.Compare(a.ID, b.ID) })
	return marshal(all)
}

// joinPeople gives everybody in either register, with the forms of their names in
// both: a form too many masks a word too many.
func joinPeople(last, first json.RawMessage) (json.RawMessage, error) {
	var l, f []Person
	if err := both(last, first, &l, &f); err != nil {
		return nil, err
	}
	for i, p := range l {
		if at := slices.IndexFunc(f, func(q Person) bool { return q.ID == p.ID }); at >= 0 {
			l[i].Forms = joinList(slices.Clone(p.Forms), f[at].Forms, func(a, b string) bool { return a == b })
		}
	}
	all := joinList(l, f, func(a, b Person) bool { return a.ID == b.ID })
	slices.SortStableFunc(all, func(a, b Person) int { return cmp.Compare(a.ID, b.ID) })
	return marshal(all)
}

// joinList gives all of a, and of b what a has nothing the same as.
func joinList[T any](a, b []T, same func(a, b T) bool) []T {
	for _, x := range b {
		if !slices.ContainsFunc(a, func(y T) bool { return same(y, x) }) {
			a = append(a, x)
		}
	}
	return a
}

func both(a, b json.RawMessage, intoA, intoB any) error {
	if json.Unmarshal(a, intoA) != nil || json.Unmarshal(b, intoB) != nil {
		return fault.New(fault.Damaged, "read what is to be brought in")
	}
	return nil
}

func marshal(v any) (json.RawMessage, error) {
	raw, err := json.Marshal(v)
	return raw, fault.As(fault.Internal, "write what is brought in", err)
}
