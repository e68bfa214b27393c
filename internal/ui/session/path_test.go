package session

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"aftershift/internal/app"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

// inputs counts what a hand does: keys with their modifiers, clicks, and fields
// that are typed into.
type inputs struct {
	held
	n int
}

func (i *inputs) key(command string) { i.n++; i.do(command) }

func (i *inputs) press(name fyne.KeyName) {
	i.n++
	i.Window().Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: name})
	i.pump()
}

func (i *inputs) typeText(text string) {
	i.n++
	test.Type(i.Window().Canvas().Focused(), text)
	i.pump()
}

// choose opens the menu of the item in view and takes its nth line.
func (i *inputs) choose(n int) {
	i.n += 2 // the menu, and its line
	i.talk.showMore()
	menu := i.Window().Canvas().Overlays().Top()
	for range n {
		i.Window().Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
		i.n++
	}
	i.Window().Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	i.Window().Canvas().Overlays().Remove(menu)
	i.pump()
}

// mostInputs is what the whole path may cost, from the agenda to the last private
// answer.
const mostInputs = 26

// A session of five items: two discussed, one left for next time, one withdrawn,
// one solved elsewhere, and two actions.
func TestPage_five_items_by_keyboard(t *testing.T) {
	var session journal.ID
	var entry journal.Entry
	h := newHeld(t, func(d *app.Desk, now time.Time) {
		session, entry = agenda(t, d, now, "A visit", "Speaking up", "Caseload", "Training", "Leave")
	})
	i := &inputs{held: h}
	i.key("discussed") // start
	i.typeText("Staying was reasonable.")
	i.key("add-action")
	i.typeText("Ring the school")
	i.press(fyne.KeyReturn)
	i.typeText("Two-worker visits")
	i.press(fyne.KeyReturn)
	i.key("discussed") // A visit
	i.typeText("We rehearsed one sentence.")
	i.key("discussed") // Speaking up
	i.key("next-time") // Caseload
	i.choose(2)        // Training, withdrawn
	i.choose(1)        // Leave, solved elsewhere
	i.key("end-session")
	i.press(fyne.Key1)
	i.press(fyne.KeyDown)
	i.press(fyne.Key2)
	i.key("discussed") // close
	i.key("discussed") // alone
	i.typeText("3")    // still carrying
	h.clock.pass(markAfter)
	h.pump()
	i.key("discussed") // done
	t.Logf("%d inputs", i.n)
	if i.n > mostInputs {
		t.Errorf("%d inputs, want at most %d", i.n, mostInputs)
	}
	sat, err := h.d.Sitting(session)
	must(t, err)
	if sat.Session.State != supervision.Closed || len(sat.Actions) != 2 {
		t.Fatalf("session %s with %d actions", sat.Session.State, len(sat.Actions))
	}
	want := map[string]supervision.ItemState{
		"A visit": supervision.Discussed, "Speaking up": supervision.Discussed, "Caseload": supervision.Waiting,
		"Training": supervision.Withdrawn, "Leave": supervision.Solved,
	}
	for _, a := range sat.Account {
		if want[a.Item.Title] != a.Item.State {
			t.Errorf("%s is %s, want %s", a.Item.Title, a.Item.State, want[a.Item.Title])
		}
	}
	if sat.Account[0].Outcome.Text != "Staying was reasonable." || sat.Account[0].Outcome.Kind != supervision.Decision {
		t.Errorf("outcome %+v", sat.Account[0].Outcome)
	}
	e, err := h.d.Entry(entry.ID)
	must(t, err)
	if n, _ := e.Impact.Carrying.Value(); n != 3 || e.Flag != journal.NoFlag {
		t.Errorf("entry still carries %d with flag %q", n, e.Flag)
	}
	if len(h.opened) != 1 || h.opened[0] != "supervision" {
		t.Errorf("opened %v, want supervision", h.opened)
	}
}
