package text

import "slices"

// Kind names what marks are for; a kind's look and actions are set by whoever
// shows them.
type Kind string

// Mark is a passage of the text that is marked for a reason.
type Mark struct {
	Kind     Kind
	From, To int // bytes; To is behind the last
	Data     any // whatever the owner wants to find again
}

// marks holds the marks of each kind, ordered by From.
type marks map[Kind][]Mark

// set puts list in the place of all marks of a kind.
func (m marks) set(k Kind, list []Mark, end int) {
	kept := make([]Mark, 0, len(list))
	for _, one := range list {
		one.Kind, one.From, one.To = k, max(one.From, 0), min(one.To, end)
		if one.From < one.To {
			kept = append(kept, one)
		}
	}
	slices.SortStableFunc(kept, func(a, b Mark) int { return a.From - b.From })
	if len(kept) == 0 {
		delete(m, k)
		return
	}
	m[k] = kept
}

// move follows a change: marks behind it are shifted, marks around it grow or
// shrink, and those whose text is gone go.
func (m marks) move(c Change) {
	for k, list := range m {
		kept := list[:0]
		for _, one := range list {
			one.From, one.To = c.moveStart(one.From), c.moveEnd(one.To)
			if one.From < one.To {
				kept = append(kept, one)
			}
		}
		clear(list[len(kept):])
		if m[k] = kept; len(kept) == 0 {
			delete(m, k)
		}
	}
}

// moveStart returns where a passage begins after the change: behind what was
// added at its beginning.
func (c Change) moveStart(at int) int {
	switch {
	case at < c.At:
		return at
	case at >= c.At+c.Removed:
		return at + c.Added - c.Removed
	}
	return c.At + c.Added
}

// moveEnd returns where a passage ends after the change: in front of what was
// added at its end.
func (c Change) moveEnd(at int) int {
	switch {
	case at <= c.At:
		return at
	case at > c.At+c.Removed:
		return at + c.Added - c.Removed
	}
	return c.At
}

// in returns the marks of a kind that share a byte with from..to.
func (m marks) in(k Kind, from, to int) []Mark {
	var found []Mark
	for _, one := range m[k] {
		if one.From >= to {
			break
		}
		if one.To > from {
			found = append(found, one)
		}
	}
	return found
}
