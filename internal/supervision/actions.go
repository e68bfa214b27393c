package supervision

import (
	"aftershift/internal/fault"
)

// AddAction adds an open action. Where it names an item and no session, it is
// taken to come from the session the item stands in. It gives fault.Invalid;
// fault.Conflict when its id is in use; fault.NotFound for an item or session
// that isn't there.
func AddAction(a Action) Op {
	return operation("undo.add_action", func(e *draft) {
		a.State, a.Reason, a.DoneOn, a.DidItWork = ToDo, "", "", ""
		e.add(e.linked(a))
	})
}

// linked checks what the action refers to, and fills in its session.
func (e *draft) linked(a Action) Action {
	if a.Item != 0 {
		it := e.item(a.Item)
		if a.Session == 0 {
			a.Session = it.Session
		}
	}
	if a.Session != 0 {
		e.session(a.Session)
	}
	return a
}

// EditAction replaces an action's text, owner, due date, links and, once done,
// whether it worked. It gives fault.NotFound or fault.Invalid.
func EditAction(a Action) Op {
	return operation("undo.edit_action", func(e *draft) {
		is := e.action(a.ID)
		a = e.linked(a)
		is.Text, is.Owner, is.OwnerName, is.Due = a.Text, a.Owner, a.OwnerName, a.Due
		is.Item, is.Session, is.Entries, is.DidItWork = a.Item, a.Session, a.Entries, a.DidItWork
		e.put(is)
	})
}

// DoneAction marks an open action as done on the day, and whether it worked
// (may be empty). It gives fault.NotFound, fault.Conflict unless open,
// fault.Invalid for something that isn't a date.
func DoneAction(id ID, on Date, worked Worked) Op {
	return operation("undo.done_action", func(e *draft) {
		a := e.action(id)
		e.demand(a.State == ToDo, fault.Conflict, "do action: not open")
		a.State, a.DoneOn, a.DidItWork = Done, on, worked
		e.put(a)
	})
}

// DropAction gives an open action up and says why. It gives fault.NotFound,
// fault.Conflict unless open, fault.Invalid without a reason.
func DropAction(id ID, reason string) Op {
	return operation("undo.drop_action", func(e *draft) {
		a := e.action(id)
		e.demand(a.State == ToDo, fault.Conflict, "drop action: not open")
		a.State, a.Reason = Dropped, reason
		e.put(a)
	})
}

// ReopenAction takes back that an action was done or dropped. It gives
// fault.NotFound, or fault.Conflict when it is open.
func ReopenAction(id ID) Op {
	return operation("undo.reopen_action", func(e *draft) {
		a := e.action(id)
		e.demand(a.State != ToDo, fault.Conflict, "reopen action: open")
		a.State, a.Reason, a.DoneOn, a.DidItWork = ToDo, "", "", ""
		e.put(a)
	})
}

// ActionBoard is every open action, each in one list, soonest due first.
type ActionBoard struct {
	Overdue  []Action // the writer's own, due before today
	ThisWeek []Action // the writer's own, due today or in the six days after
	Waiting  []Action // somebody else's, overdue ones among them
	Later    []Action // the writer's own, due later or some day
}

// ActionsBy sorts the open actions by what to do about them today.
func (b *Board) ActionsBy(today Date) ActionBoard {
	board := ActionBoard{}
	soon := today.AddDays(6)
	for _, a := range b.Actions(func(a Action) bool { return a.State == ToDo }) {
		switch {
		case a.Owner != Me:
			board.Waiting = append(board.Waiting, a)
		case a.Overdue(today):
			board.Overdue = append(board.Overdue, a)
		case a.Due != "" && a.Due <= soon:
			board.ThisWeek = append(board.ThisWeek, a)
		default:
			board.Later = append(board.Later, a)
		}
	}
	return board
}
