package library

import (
	"cmp"
	"encoding/json"
	"slices"
)

// joinPeople is how a list of the tests comes together: everybody of either.
func joinPeople(last, first json.RawMessage) (json.RawMessage, error) {
	var all, more []person
	if err := json.Unmarshal(last, &all); err != nil {
		return nil, err
	}
	if err := json.Unmarshal(first, &more); err != nil {
		return nil, err
	}
	for _, p := range more {
		if !slices.ContainsFunc(all, func(q person) bool { return q.ID == p.ID }) {
			all = append(all, p)
		}
	}
	slices.SortFunc(all, func(p, q person) int { return cmp.Compare(p.ID, q.ID) })
	return encode(all)
}
