// Package groups holds the commands about groups, their meetings and the run-sheets
// that they go by.
package groups

import (
	"slices"

	"aftershift/internal/app"
)

// Groups are the commands about groups and who is in them.
type Groups struct {
	Add       groupAdd   `cmd:""`
	List      groupList  `cmd:""`
	Show      groupShow  `cmd:""`
	Set       groupSet   `cmd:""`
	AddMember memberAdd  `cmd:""`
	Leave     groupLeave `cmd:""`
}

// Meetings are the commands about the meetings of groups.
type Meetings struct {
	List meetingList `cmd:""`
	Show meetingShow `cmd:""`
}

// RunSheets are the commands about how meetings go.
type RunSheets struct {
	List   sheetList   `cmd:""`
	Add    sheetAdd    `cmd:""`
	Remove sheetRemove `cmd:""`
}

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
