package library

import (
	"bytes"
	"cmp"
	"context"
	"encoding/binary"
	"encoding/json"
	"slices"
	"time"
	"unicode/utf8"

	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
	"aftershift/internal/vault"
)

// Content is all that a journal holds, apart from its file: what a full export
// holds, and what two copies of a journal are brought together by.
type Content struct {
	Entries []Reflection       // by id; what was being written is the entry
	Objects []Object           // by kind and id
	Gone    map[journal.ID]int // how often each record was taken out or put back: odd where it is gone

	revisions map[string]vault.ID // where earlier versions stand, by their sums
}

// Reflection is an entry with what it was before.
type Reflection struct {
	Version
	Was     []string  `json:"was,omitempty"`     // sums of versions that nothing else is known of
	Earlier []Version `json:"earlier,omitempty"` // in the order of saving
}

// Version is an entry as it was saved once.
type Version struct {
	Head  json.RawMessage `json:"head"`  // as it is written, without lengths and texts
	Texts []Text          `json:"texts"` // of its sections, in order
}

// Object is a record that is no entry, or one of the things of which there is one.
type Object struct {
	Kind string     `json:"kind"`
	ID   journal.ID `json:"id"` // of its row
	trace
	Body json.RawMessage `json:"body"`
}

// Text is what somebody wrote. As JSON it is a text, or {"base64": …} where it is
// no UTF-8.
type Text string

type rawText struct {
	Base64 []byte `json:"base64"`
}

// MarshalJSON gives the text byte for byte.
func (t Text) MarshalJSON() ([]byte, error) {
	if utf8.ValidString(string(t)) {
		return json.Marshal(string(t))
	}
	return json.Marshal(rawText{[]byte(t)})
}

// UnmarshalJSON reads either form. It gives an error for anything else.
func (t *Text) UnmarshalJSON(raw []byte) error {
	if bytes.HasPrefix(raw, []byte("{")) {
		var r rawText
		err := json.Unmarshal(raw, &r)
		*t = Text(r.Base64)
		return err
	}
	return json.Unmarshal(raw, (*string)(t))
}

// sum tells the version from every other.
func (v Version) sum() string { return sumOfEntry(v.Head, v.texts()) }

func (v Version) texts() (all []byte) {
	for _, t := range v.Texts {
		all = append(all, t...)
	}
	return all
}

// told is what has to be known of a version to place it.
type told struct {
	ID       journal.ID        `json:"id"`
	Updated  time.Time         `json:"updated"`
	Revision int               `json:"revision"`
	Sections []json.RawMessage `json:"sections"`
}

// encode gives the version as the details of an entry.
func (v Version) encode(was []string) ([]byte, error) {
	fields := map[string]json.RawMessage{}
	if err := decode(v.Head, &fields); err != nil {
		return nil, err
	}
	lengths := make([]int, len(v.Texts))
	for i, t := range v.Texts {
		lengths[i] = len(t)
	}
	delete(fields, "was")
	for name, value := range map[string]any{"lengths": lengths, "was": was} {
		if name == "was" && len(was) == 0 {
			continue
		}
		raw, err := encode(value)
		if err != nil {
			return nil, err
		}
		fields[name] = raw
	}
	raw, err := encode(fields)
	if err != nil {
		return nil, err
	}
	body := append(binary.AppendUvarint(nil, uint64(len(raw))), raw...)
	return append(body, v.texts()...), nil
}

// Entry reads the version. It gives fault.Damaged for one that isn't an entry.
func (v Version) Entry() (journal.Entry, error) {
	body, err := v.encode(nil)
	if err != nil {
		return journal.Entry{}, err
	}
	e, _, err := decodeEntry(body)
	return e, err
}

// readVersion gives the version that details or a revision hold, and what the
// entry was before.
func readVersion(body []byte) (v Version, was []string, err error) {
	e, _, err := decodeEntry(body)
	if err != nil {
		return v, nil, err
	}
	raw, _, _ := splitEntry(body)
	fields := map[string]json.RawMessage{}
	if err := decode(raw, &fields); err != nil {
		return v, nil, err
	}
	_ = json.Unmarshal(fields["was"], &was) // there may be none
	delete(fields, "was")
	delete(fields, "lengths")
	if v.Head, err = encode(fields); err != nil {
		return v, nil, err
	}
	v.Texts = make([]Text, len(e.Sections))
	for i, s := range e.Sections {
		v.Texts[i] = Text(s.Text)
	}
	return v, was, nil
}

// Content reads all that the journal holds. What can't be read is left out; a later
// version's records come along. It gives fault.Cancelled when ctx ends, and the
// kinds of vault.Vault.Each.
func (l *Library) Content(ctx context.Context) (Content, error) {
	c := Content{Gone: l.gravesNow(), revisions: map[string]vault.ID{}}
	entries := map[journal.ID]*Reflection{}
	earlier := map[journal.ID][]Version{}
	for _, table := range []vault.Table{vault.Details, vault.Draft, vault.Revision} {
		_, err := unopened(l.vault.Each(ctx, table, func(row vault.ID, body []byte) error {
			v, was, err := readVersion(body)
			if err != nil {
				return nil // it is set aside
			}
			id := journal.ID(row)
			switch is := entries[id]; {
			case table == vault.Revision:
				if of, ok := v.tell(); ok {
					c.revisions[v.sum()] = row
					earlier[of.ID] = append(earlier[of.ID], v)
				}
			case is == nil:
				entries[id] = &Reflection{Version: v, Was: was}
			default: // a draft takes the place of what was saved
				earlier[id] = append(earlier[id], is.Version)
				is.Version = v
			}
			return nil
		}))
		if err != nil {
			return c, fault.Wrap("read journal", err)
		}
	}
	for id, r := range entries {
		r.Earlier = inOrder(earlier[id])
		c.Entries = append(c.Entries, *r)
	}
	if err := l.contentObjects(ctx, &c); err != nil {
		return c, fault.Wrap("read journal", err)
	}
	c.sort()
	return c, nil
}

// contentObjects reads the objects into c: of two of which there is one, that which
// counts.
func (l *Library) contentObjects(ctx context.Context, c *Content) error {
	_, err := unopened(l.vault.Each(ctx, vault.Object, func(row vault.ID, raw []byte) error {
		var o object
		if json.Unmarshal(raw, &o) != nil || o.Kind == tombstoneKind || o.Kind == revivedKind || o.Kind == lossKind {
			return nil
		}
		l.mu.RLock()
		one, single := l.single[o.Kind]
		l.mu.RUnlock()
		if !single || one.row == row {
			c.Objects = append(c.Objects, Object{Kind: o.Kind, ID: journal.ID(row), trace: o.trace, Body: o.Body})
		}
		return nil
	}))
	return err
}

func (v Version) tell() (t told, ok bool) {
	return t, json.Unmarshal(v.Head, &t) == nil && t.ID > 0
}

// inOrder gives versions in the order of saving, each once.
func inOrder(all []Version) []Version {
	seen := map[string]bool{}
	kept := slices.DeleteFunc(slices.Clone(all), func(v Version) bool {
		sum := v.sum()
		again := seen[sum]
		seen[sum] = true
		return again
	})
	slices.SortFunc(kept, func(a, b Version) int {
		x, _ := a.tell()
		y, _ := b.tell()
		return cmp.Or(x.Revision-y.Revision, x.Updated.Compare(y.Updated), cmp.Compare(a.sum(), b.sum()))
	})
	return kept
}

func (c *Content) sort() {
	slices.SortFunc(c.Entries, func(a, b Reflection) int { return cmp.Compare(a.id(), b.id()) })
	slices.SortFunc(c.Objects, func(a, b Object) int {
		return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.ID, b.ID))
	})
}

func (v Version) id() journal.ID {
	t, _ := v.tell()
	return t.ID
}

// record reads an object that belongs on the board; nil for another one.
func (o Object) record(more []supervision.Kind) supervision.Record {
	r, err := supervision.Decode(supervision.RecordKind(o.Kind), o.Body, more...)
	if err != nil || r.Key().ID != o.ID {
		return nil
	}
	return r
}

func (o Object) sum() string { return object{Kind: o.Kind, Body: o.Body, trace: o.trace}.sum() }

// Check gives fault.Damaged for a content that came from elsewhere and isn't whole:
// an entry that breaks a rule, a record without an id or that stands twice, or one
// of a known kind that this version can't read.
func (c Content) Check() error {
	seen := map[string]bool{}
	once := func(name string) bool {
		again := seen[name]
		seen[name] = true
		return !again
	}
	for _, r := range c.Entries {
		for i, v := range append([]Version{r.Version}, r.Earlier...) {
			e, err := v.Entry()
			if err != nil || e.Validate() != nil && e.Known() || e.ID != r.id() || i == 0 && !once("entry "+e.ID.String()) {
				return fault.New(fault.Damaged, "check content: an entry")
			}
		}
	}
	kinds := RecordKinds()
	for _, o := range c.Objects {
		known := slices.ContainsFunc(kinds, func(k supervision.Kind) bool { return string(k.Name) == o.Kind })
		if o.ID <= 0 || o.Kind == "" || !json.Valid(o.Body) || known && o.record(roomKinds()) == nil || !once(o.ID.String()) {
			return fault.New(fault.Damaged, "check content: a record")
		}
	}
	return nil
}

// VersionOf gives an entry as a version. It gives fault.Internal for what can't be
// written.
func VersionOf(e journal.Entry) (Version, error) {
	body, err := encodeEntry(e, nil)
	if err != nil {
		return Version{}, err
	}
	v, _, err := readVersion(body)
	return v, err
}
