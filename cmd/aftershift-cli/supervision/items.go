package supervision

import (
	"context"
	"fmt"
	"strings"

	"aftershift/cmd/aftershift-cli/call"
	"aftershift/cmd/aftershift-cli/shown"
	"aftershift/internal/app"
	"aftershift/internal/app/input"
)

// matter is what is said of a new item.
type matter struct {
	Words   string       `required:"" placeholder:"TEXT"`
	Want    string       `placeholder:"WANT" of:"want"`
	Minutes call.Minutes `placeholder:"N"`
}

// item returns the item that m describes.
func newItem(c *call.Call, title string, m matter) (app.Item, error) {
	words, err := c.Text(m.Words)
	if err != nil {
		return app.Item{}, err
	}
	want, err := input.ReadWant(m.Want)
	it := app.Item{Title: title, Words: words, Want: want, Minutes: int(m.Minutes)}
	if it.Minutes == 0 {
		it.Minutes = app.UsualMinutes
	}
	return it, err
}

// itemAdd makes an item that stands for no entry, on a session's agenda or in
// the basket, and prints its id.
type itemAdd struct {
	Title string `arg:""`
	matter
	Session call.ID `placeholder:"ID"`
}

// Run puts the item last on the agenda of --session, and ends with call.ExitConflict
// where that is over. An item without a title is call.ExitInvalid.
func (i itemAdd) Run(ctx context.Context, c *call.Call) error {
	it, err := newItem(c, i.Title, i.matter)
	if err != nil {
		return err
	}
	return c.Change(ctx, func(d *app.Desk) error {
		save := d.SaveItem
		if i.Session != "" {
			save = func(it app.Item) (app.ID, error) { return d.AddNewItem(i.Session.ID(), it) }
		}
		id, err := save(it)
		return c.Made(id, c.Told(d, i.Session.ID(), err))
	})
}

// itemSplit makes a further item of what one stands for, and prints its id.
type itemSplit struct {
	call.Subject
	Title string `required:"" placeholder:"TEXT"`
	matter
}

// Run leaves the item as it is; the part takes its entries and its place. It ends with
// call.ExitConflict for an item that is settled or discussed.
func (i itemSplit) Run(ctx context.Context, c *call.Call) error {
	part, err := newItem(c, i.Title, i.matter)
	if err != nil {
		return err
	}
	return c.About(ctx, i.Subject, func(d *app.Desk, id app.ID) error { return c.Made(d.SplitItem(id, part)) })
}

// itemList lists every item with what has become of it.
type itemList struct{ call.Listing }

// Run lists by id, and those that are settled too.
func (i itemList) Run(ctx context.Context, c *call.Call) error {
	return c.Look(ctx, func(d *app.Desk) error {
		return call.ListOf(c, i.Listing, d.Items(), shown.ItemOf, func(it shown.Item) string {
			return fmt.Sprintf("%s  %-15s  %s", it.ID, it.State, it.Title)
		})
	})
}

// itemDiscuss says what came out of an item of the open session.
type itemDiscuss struct {
	call.Subject
	Outcome   string `required:"" placeholder:"KIND" of:"outcome"`
	Words     string `placeholder:"TEXT"`
	Decision  string `placeholder:"TEXT"`
	Rationale string `placeholder:"TEXT"`
}

// Run ends with call.ExitConflict unless the item is on the agenda of an open session.
// What came out of it in an earlier one is kept.
func (i itemDiscuss) Run(ctx context.Context, c *call.Call) error {
	kind, err := input.ReadOutcome(i.Outcome)
	if err != nil {
		return err
	}
	return c.Write(ctx, i.Subject, i.Words, func(d *app.Desk, id app.ID, words string) error {
		return d.Discuss(id, app.Outcome{Kind: kind, Text: words, Decision: i.Decision, Rationale: i.Rationale})
	})
}

// itemDefer leaves an item of an agenda for next time.
type itemDefer struct{ call.Subject }

// Run ends with call.ExitConflict unless the item is on the agenda of a planned or open
// session, or was discussed in one that is open.
func (i itemDefer) Run(ctx context.Context, c *call.Call) error {
	return c.About(ctx, i.Subject, func(d *app.Desk, id app.ID) error { return d.NextTime(id) })
}

// itemWithdraw takes an item out of the way for good.
type itemWithdraw struct{ call.Subject }

// Run takes the flag off the item's entries too.
func (i itemWithdraw) Run(ctx context.Context, c *call.Call) error {
	return c.About(ctx, i.Subject, func(d *app.Desk, id app.ID) error { return d.Settle(id, app.Withdrawn) })
}

// itemSolve says that an item was solved elsewhere.
type itemSolve struct{ call.Subject }

// Run takes the flag off the item's entries, as withdrawing it does.
func (i itemSolve) Run(ctx context.Context, c *call.Call) error {
	return c.About(ctx, i.Subject, func(d *app.Desk, id app.ID) error { return d.Settle(id, app.Solved) })
}

// itemPark keeps an item out of the way, for a person or for somewhere else.
type itemPark struct {
	call.Subject
	For string `required:"" placeholder:"WHERE" of:"elsewhere" or:"id"`
}

// Run ends with call.ExitUsage for what is neither a place nor an id, and with
// call.ExitConflict for an item that is settled or discussed.
func (i itemPark) Run(ctx context.Context, c *call.Call) error {
	lot, err := input.ReadLot(i.For)
	if err != nil {
		return c.Usage("cli.usage.lot", i.For, strings.Join(input.Choices("elsewhere"), ", "))
	}
	return c.About(ctx, i.Subject, func(d *app.Desk, id app.ID) error { return d.Park(id, lot) })
}

// itemUnpark lets an item that was kept wait for supervision again.
type itemUnpark struct{ call.Subject }

// Run ends with call.ExitConflict unless the item is parked.
func (i itemUnpark) Run(ctx context.Context, c *call.Call) error {
	return c.About(ctx, i.Subject, func(d *app.Desk, id app.ID) error { return d.Unpark(id) })
}
