// Package supervision holds the commands about what is brought to supervision,
// the sessions, what came out of them, and who one has them with.
package supervision

import (
	"slices"

	"aftershift/internal/app"
)

// Items are the commands about agenda items.
type Items struct {
	Bring    itemBring    `cmd:""`
	Add      itemAdd      `cmd:""`
	List     itemList     `cmd:""`
	Discuss  itemDiscuss  `cmd:""`
	Defer    itemDefer    `cmd:""`
	Next     itemDefer    `cmd:"" hidden:""`
	Withdraw itemWithdraw `cmd:""`
	Solve    itemSolve    `cmd:""`
	Park     itemPark     `cmd:""`
	Unpark   itemUnpark   `cmd:""`
	Split    itemSplit    `cmd:""`
}

// Agenda are the commands about what comes next.
type Agenda struct {
	Show agendaShow `cmd:""`
	Add  itemBring  `cmd:"" hidden:""`
}

// Sessions are the commands about sessions.
type Sessions struct {
	Plan    sessionPlan    `cmd:""`
	Move    sessionMove    `cmd:""`
	Cancel  sessionCancel  `cmd:""`
	Start   sessionStart   `cmd:""`
	Hold    sessionStart   `cmd:"" hidden:""`
	End     sessionEnd     `cmd:""`
	Reopen  sessionReopen  `cmd:""`
	Correct sessionCorrect `cmd:""`
	List    sessionList    `cmd:""`
	Show    sessionShow    `cmd:""`
}

// Actions are the commands about what somebody has taken on.
type Actions struct {
	Add  actionAdd  `cmd:""`
	Done actionDone `cmd:""`
	Drop actionDrop `cmd:""`
	List actionList `cmd:""`
}

// Supervisors are the commands about those one has supervision with.
type Supervisors struct {
	Add     supervisorAdd     `cmd:""`
	List    supervisorList    `cmd:""`
	Archive supervisorArchive `cmd:""`
}

// Known tells what the id of an item, a session, an action or a supervisor names,
// and how that stands.
func Known(d *app.Desk, id app.ID) (kind, state string) {
	if i := slices.IndexFunc(d.Items(), func(it app.Item) bool { return it.ID == id }); i >= 0 {
		return "item", string(d.Items()[i].State)
	}
	if i := slices.IndexFunc(d.Sessions(), func(s app.Session) bool { return s.ID == id }); i >= 0 {
		return "session", string(d.Sessions()[i].State)
	}
	for _, each := range every(d.Deeds()) {
		if each.ID == id {
			return "action", string(each.State)
		}
	}
	if slices.ContainsFunc(d.Relationships(), func(r app.Relationship) bool { return r.ID == id }) {
		return "supervisor", "known"
	}
	return "", ""
}
