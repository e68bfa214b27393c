// Package palette is the one field from which everything is reached by typing:
// commands, entries, people, themes and sessions. It knows none of them; the shell
// hands it groups of names.
//
// The presenter keeps what is typed and what fits; it is plain Go that knows no
// screen. The Palette shows it over the page. Everything here belongs to the main
// goroutine.
package palette

import (
	"context"

	"aftershift/internal/app"
)

// Group is a kind of things to go to, the best first.
type Group struct {
	Title string
	Names *app.NameList
	// Item gives the thing of that number in Names; it must be quick.
	Item func(i int) Item
	// Idle is how many are offered while nothing is typed.
	Idle int
	// More looks further for what is typed, off the main goroutine, and gives at
	// most limit things; nil where names are all there is.
	More func(ctx context.Context, typed string, limit int) []Item
}

// Item is a line of the list.
type Item struct {
	Key          string // names the thing within its group
	Name, Detail string
	Found        []app.Span // in Detail
	Right        string     // keys, a day, a count
	Weight       Weight     // of an entry
	Open         func()
}

// Weight is how heavy an entry is, as its dot shows it.
type Weight uint8

// The weights.
const (
	Unmarked Weight = iota
	Light
	Middling
	Heavy
)

// Row is an item as it is shown; Title is its group's where it is the first.
type Row struct {
	Item
	Title string
	group int
	Named []app.Span // what was typed, in its name
}

// State is what is shown. It is never changed.
type State struct {
	Typed string
	Rows  []Row
	At    int  // the chosen row; -1 where there is none
	Seeks bool // more may come
}

// most is how many rows are offered, and mostOf how many of one group where
// others have some too.
const (
	most   = 11
	mostOf = 4
)

// around is what the presenter is given, so that a test decides when things happen.
type around struct {
	aside func(func()) // off the main goroutine
	do    func(func()) // on the main goroutine, soon
	show  func(State)
}

type presenter struct {
	around
	groups []Group
	state  State
	asked  int
	cancel context.CancelFunc
}

func newPresenter(groups []Group, a around) *presenter {
	p := &presenter{around: a, groups: groups, cancel: func() {}}
	p.state.At = -1
	return p
}

// Type shows what fits what is typed by name at once, and what else is found as
// soon as it is.
func (p *presenter) Type(typed string) {
	p.cancel()
	p.asked++
	found := make([][]Item, len(p.groups))
	for i, g := range p.groups {
		limit := most
		if typed == "" {
			limit = g.Idle
		}
		for _, n := range g.Names.Match(typed, limit) {
			found[i] = append(found[i], g.Item(n))
		}
	}
	p.state = State{Typed: typed, At: -1}
	p.offer(found)
	if typed != "" {
		p.look(typed, found)
	}
	p.show(p.state)
}

// look asks the groups for more, off the main goroutine.
func (p *presenter) look(typed string, found [][]Item) {
	ctx, cancel := context.WithCancel(context.Background())
	p.cancel = cancel
	number := p.asked
	for i, g := range p.groups {
		if g.More == nil || len(found[i]) >= most {
			continue
		}
		p.state.Seeks = true
		p.aside(func() {
			more := g.More(ctx, typed, most)
			p.do(func() {
				if number == p.asked {
					p.arrived(found, i, more)
				}
			})
		})
	}
}

// arrived takes in what was found further. Whoever has chosen a row by then keeps
// it.
func (p *presenter) arrived(found [][]Item, group int, more []Item) {
	has := map[string]bool{}
	for _, item := range found[group] {
		has[item.Key] = true
	}
	for _, item := range more {
		if !has[item.Key] {
			found[group] = append(found[group], item)
		}
	}
	chosen, had := p.chosen()
	moved := had && p.state.At > 0
	p.state.Seeks = false
	p.offer(found)
	if moved {
		for i, row := range p.state.Rows {
			if row.group == chosen.group && row.Key == chosen.Key {
				p.state.At = i
			}
		}
	}
	p.show(p.state)
}

// offer chooses the rows among what was found: some of each group, and more of
// those that have more where there is room.
func (p *presenter) offer(found [][]Item) {
	take, left := make([]int, len(found)), most
	for _, limit := range []int{mostOf - 1, mostOf, most} {
		for i := range found {
			n := max(min(len(found[i]), limit)-take[i], 0)
			n = min(n, left)
			take[i] += n
			left -= n
		}
	}
	var rows []Row
	for i, items := range found {
		for j, item := range items[:take[i]] {
			row := Row{Item: item, group: i}
			if j == 0 {
				row.Title = p.groups[i].Title
			}
			if p.state.Typed != "" {
				row.Named = app.MarksIn(item.Name, p.state.Typed)
			}
			rows = append(rows, row)
		}
	}
	p.state.Rows, p.state.At = rows, min(0, len(rows)-1)
}

func (p *presenter) chosen() (Row, bool) {
	if p.state.At < 0 || p.state.At >= len(p.state.Rows) {
		return Row{}, false
	}
	return p.state.Rows[p.state.At], true
}

// Move goes so many rows on, around the ends.
func (p *presenter) Move(by int) {
	if n := len(p.state.Rows); n > 0 {
		p.state.At = ((p.state.At+by)%n + n) % n
		p.show(p.state)
	}
}

// MoveGroup goes to the first row of the next group, or of the one before.
func (p *presenter) MoveGroup(by int) {
	rows := p.state.Rows
	for i := p.state.At + by; i >= 0 && i < len(rows); i += by {
		if rows[i].Title != "" {
			p.state.At = i
			p.show(p.state)
			return
		}
	}
}

// Choose makes a row the chosen one.
func (p *presenter) Choose(i int) {
	if i >= 0 && i < len(p.state.Rows) && i != p.state.At {
		p.state.At = i
		p.show(p.state)
	}
}

// Close drops what is still being looked for.
func (p *presenter) Close() {
	p.cancel()
	p.asked++
}
