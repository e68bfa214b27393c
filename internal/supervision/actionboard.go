package supervision

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
