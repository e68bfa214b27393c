package library

import (
	"cmp"
	"encoding/json"
	"maps"
	"slices"

	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

// earlierKind marks a state of an object that gave way to another one when two
// copies of a journal that went on apart were brought together.
const earlierKind = "superseded"

// superseded is the content of such an object.
type superseded struct {
	ID   journal.ID      `json:"id"` // of the row
	Of   journal.ID      `json:"of"`
	Kind string          `json:"kind"`
	Body json.RawMessage `json:"body"`
}

// joiner brings two contents together.
type joiner struct {
	kinds []Kind
	more  []supervision.Kind
}

// join gives what two contents come to. Whichever is called here, the outcome is
// the same, but for the kinds that are each copy's own. Of a record, the state that
// came of the other counts; of two that went on apart the one changed last, and the
// other is kept as an earlier version. What was taken out in either for good is gone.
func (j joiner) join(here, there Content) Content {
	out := Content{Gone: maps.Clone(here.Gone)}
	if out.Gone == nil {
		out.Gone = map[journal.ID]int{}
	}
	for id, n := range there.Gone {
		out.Gone[id] = max(out.Gone[id], n)
	}
	j.joinEntries(here, there, &out)
	j.joinObjects(here, there, &out)
	out.sort()
	return out
}

func (c Content) gone(id journal.ID) bool { return c.Gone[id]%2 == 1 }

func (j joiner) joinEntries(here, there Content, out *Content) {
	theirs := make(map[journal.ID]Reflection, len(there.Entries))
	for _, r := range there.Entries {
		theirs[r.id()] = r
	}
	for _, r := range here.Entries {
		id := r.id()
		if other, both := theirs[id]; both {
			delete(theirs, id)
			r = joinReflections(r, other)
		}
		theirs[id] = r
	}
	for id, r := range theirs {
		if !out.gone(id) {
			out.Entries = append(out.Entries, r)
		}
	}
}

// joinReflections brings two states of an entry together.
func joinReflections(a, b Reflection) Reflection {
	x, y := a.sum(), b.sum()
	earlier := inOrder(append(slices.Clone(a.Earlier), b.Earlier...))
	if x == y {
		return Reflection{a.Version, joinWas(a.Was, b.Was), earlier}
	}
	switch byA, byB := a.knows(y), b.knows(x); {
	case byA && !byB:
		return Reflection{a.Version, joinWas(a.Was, b.Was), without(earlier, x)}
	case byB && !byA:
		return Reflection{b.Version, joinWas(a.Was, b.Was), without(earlier, y)}
	}
	last, first := a, b
	if later(b.Version, a.Version) {
		last, first = b, a
	}
	return Reflection{last.Version, joinWas(a.Was, b.Was), without(inOrder(append(earlier, first.Version)), last.sum())}
}

// knows reports whether the reflection was in the state of that sum before.
func (r Reflection) knows(sum string) bool {
	return slices.Contains(r.Was, sum) || slices.ContainsFunc(r.Earlier, func(v Version) bool { return v.sum() == sum })
}

func later(a, b Version) bool {
	x, _ := a.tell()
	y, _ := b.tell()
	return cmp.Or(x.Updated.Compare(y.Updated), cmp.Compare(a.sum(), b.sum())) > 0
}

func without(all []Version, sum string) []Version {
	return slices.DeleteFunc(all, func(v Version) bool { return v.sum() == sum })
}

// joinWas gives what either knows of; where that is more than one knows, by the
// sums, so that the order says nothing.
func joinWas(a, b []string) []string {
	switch all := wasAlso(a, b...); {
	case len(all) == len(a):
		return a
	case len(wasAlso(b, a...)) == len(b):
		return b
	default:
		all = slices.Compact(slices.Sorted(slices.Values(slices.Concat(a, b))))
		return all[max(len(all)-mostWas, 0):]
	}
}

// place is what an object is joined by: its id, or its kind where there is one of it.
type place struct {
	kind string
	id   journal.ID
}

func (j joiner) placeOf(o Object) place {
	if _, single := j.single(o.Kind); single {
		return place{kind: o.Kind}
	}
	return place{o.Kind, o.ID}
}

func (j joiner) single(kind string) (Kind, bool) {
	at := slices.IndexFunc(j.kinds, func(k Kind) bool { return k.Name == kind })
	if at < 0 {
		return Kind{}, false
	}
	return j.kinds[at], true
}

func (j joiner) joinObjects(here, there Content, out *Content) {
	all, lost := map[place]Object{}, []Object(nil)
	for _, o := range here.Objects {
		all[j.placeOf(o)] = o
	}
	for _, o := range there.Objects {
		at := j.placeOf(o)
		is, both := all[at]
		if !both {
			all[at] = o
			continue
		}
		joined, gave := j.joinObject(is, o, out)
		all[at] = joined
		lost = append(lost, gave...)
	}
	for _, o := range lost {
		if kept, ok := keepAside(o); ok {
			all[place{earlierKind, kept.ID}] = kept
		}
	}
	j.settle(all, out)
}

// joinObject brings two states of an object together, and gives the one that gave
// way though nothing came of it.
func (j joiner) joinObject(a, b Object, out *Content) (Object, []Object) {
	one, single := j.single(a.Kind)
	if single && one.Own {
		return j.blend(one, a, b, out), nil
	}
	x, y := a.sum(), b.sum()
	if x == y {
		a.Was = joinWas(a.Was, b.Was)
		return a, nil
	}
	byA, byB := slices.Contains(a.Was, y), slices.Contains(b.Was, x)
	last, first := a, b
	if byB && !byA || byA == byB && cmp.Or(b.At.Compare(a.At), cmp.Compare(y, x)) > 0 {
		last, first = b, a
	}
	apart := !byA && !byB // where each knows the other, nothing is lost
	last.Was = joinWas(a.Was, b.Was)
	if apart {
		last.Was = joinWas(last.Was, []string{first.sum()})
	}
	last.ID = a.ID
	switch {
	case apart && single && one.Join != nil:
		return j.blend(one, last, first, out), nil
	case apart && string(last.Body) != string(first.Body):
		return last, []Object{first}
	}
	return last, nil
}

// blend gives what Kind.Join makes of two states, as a state of its own.
func (j joiner) blend(one Kind, last, first Object, out *Content) Object {
	body, err := one.Join(last.Body, first.Body)
	if err != nil || string(body) == string(last.Body) {
		return last
	}
	last.Was = joinWas(last.Was, []string{last.sum()})
	last.Body = withoutGone(body, out.gone)
	return last
}

// withoutGone gives a list without the things in it that were taken out for good.
func withoutGone(body json.RawMessage, gone func(journal.ID) bool) json.RawMessage {
	var all []json.RawMessage
	if json.Unmarshal(body, &all) != nil {
		return body
	}
	kept := slices.DeleteFunc(all, func(raw json.RawMessage) bool {
		var one struct{ ID journal.ID }
		return json.Unmarshal(raw, &one) == nil && one.ID != 0 && gone(one.ID)
	})
	fresh, err := encode(kept)
	if err != nil || kept == nil {
		return body
	}
	return fresh
}

// keepAside gives the object under which a state that gave way is kept. Its id
// comes of what it is, so that both copies keep the same.
func keepAside(o Object) (Object, bool) {
	id := journal.ID(0)
	for _, c := range o.sum()[:15] {
		id = id<<4 | journal.ID(max(slices.Index([]rune("0123456789abcdef"), c), 0))
	}
	id = max(id, 1)
	body, err := encode(superseded{ID: id, Of: o.ID, Kind: o.Kind, Body: o.Body})
	return Object{Kind: earlierKind, ID: id, trace: trace{At: o.At}, Body: body}, err == nil && o.Kind != earlierKind
}

// settle takes out what is gone, unless something that is there names it, brings
// what stands on the board to go together, and puts all of it into out.
func (j joiner) settle(all map[place]Object, out *Content) {
	j.revive(all, out)
	var records []supervision.Record
	for at, o := range all {
		if out.gone(o.ID) && at.id != 0 || out.gone(o.noteBefore()) {
			delete(all, at)
			continue
		}
		if r := o.record(j.more); r != nil {
			records = append(records, r)
		}
	}
	var forgotten []journal.ID
	for id := range out.Gone {
		if out.gone(id) {
			forgotten = append(forgotten, id)
		}
	}
	for _, r := range supervision.Reconcile(records, forgotten, j.more...) {
		at := place{string(r.Key().Kind), r.Key().ID}
		o := all[at]
		body, err := encode(r)
		if err == nil {
			body, err = carry(r, o.Body, body)
		}
		if err == nil {
			o.Was, o.Body = joinWas(o.Was, []string{o.sum()}), body
			all[at] = o
		}
	}
	for _, o := range all {
		out.Objects = append(out.Objects, o)
	}
}

// revive counts as put back what a record that is there names: it can't be without.
func (j joiner) revive(all map[place]Object, out *Content) {
	for again := true; again; {
		again = false
		for _, o := range all {
			r := o.record(j.more)
			if r == nil || out.gone(o.ID) {
				continue
			}
			for _, key := range r.Refers() {
				if _, here := all[place{string(key.Kind), key.ID}]; here && out.gone(key.ID) {
					out.Gone[key.ID]++
					again = true
				}
			}
		}
	}
}
