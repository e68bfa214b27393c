// Package groups holds what commands know of groups, their members and meetings,
// and notes about others' cases.
package groups

import (
	"slices"

	"aftershift/internal/app"
)

// Known tells what the id of a group, a member, a meeting or a note about another's
// case names.
func Known(d *app.Desk, id app.ID) (kind, state string) {
	for _, v := range d.Groups() {
		switch {
		case v.ID == id:
			return "group", "known"
		case v.Member(id).ID == id:
			return "member", "known"
		case slices.ContainsFunc(v.Notes, func(n app.OthersNote) bool { return n.ID == id }):
			return "others_note", "known"
		}
	}
	if _, err := d.Meeting(id); err == nil {
		return "meeting", "known"
	}
	return "", ""
}
