//go:build linux

package tour

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

// What is brought to the session, each by an entry of its own: two are talked
// about, and the others left for next time, withdrawn and solved elsewhere.
const (
	speaking = "Speaking up in meetings"
	visit    = "A visit that frightened me"
	leave    = "Leave in spring"
	rota     = "The new rota"
	form     = "A form that nobody reads"
)

var brought = []string{speaking, visit, leave, rota, form}

// TestSupervision goes once round by keyboard alone: from flagged entries to an
// agenda, through the session, past one that is called off and one with whoever
// comes after the supervisor, to what stands open when that begins. A picture of
// each step stands in out/supervision.
func TestSupervision(t *testing.T) {
	p := &sitter{worker: newWorker(t), now: time.Now()}
	p.prepare()
	p.open()
	p.do(Write(secret), Turn("Return"))
	p.flagLast()
	p.planThree()
	p.bringAll()
	p.talk()
	p.close()
	p.callOff()
	p.changeSupervisor()
	p.begin()
	p.Logf("%d keys, and %d letters of text", p.keys, p.letters)
	p.quit(closeTimeout)
	first := p.checkSessions()
	p.checkItems(first)
	p.checkFlags()
}

// sitter is a worker who takes part in supervision, whose keys are counted.
type sitter struct {
	*worker
	now           time.Time // when the session is that is held
	album         string    // the folder of its pictures, below out; "" is supervision
	keys, letters int
	pictures      int
}

// press presses keys one after the other and waits until the screen has
// answered.
func (p *sitter) press(keys ...string) {
	p.Helper()
	p.keys += len(keys)
	p.answered(Press(keys...))
}

// fill types a text into each field, one after the other.
func (p *sitter) fill(texts ...string) {
	p.Helper()
	var acts []Act
	for i, text := range texts {
		if i > 0 {
			p.keys++
			acts = append(acts, Press("Tab"))
		}
		p.letters += len(text)
		acts = append(acts, Write(text))
	}
	p.answered(acts...)
}

// keep presses keys, the last of which changes the journal, and waits until the
// change is on the disk and on the screen.
func (p *sitter) keep(keys ...string) {
	p.Helper()
	before := p.written()
	p.keys += len(keys)
	if err := p.w.Key(keys...); err != nil {
		p.Fatal(err)
	}
	for deadline := time.Now().Add(stableTimeout); p.written().Equal(before); time.Sleep(pollPause) {
		if time.Now().After(deadline) {
			p.Fatalf("nothing was kept on %v", keys)
		}
	}
	p.rest()
}

// keepShown is keep, with a picture of what the screen shows then.
func (p *sitter) keepShown(name string, keys ...string) {
	p.Helper()
	p.keep(keys...)
	p.picture(name)
}

// written gives when the journal's file was last changed.
func (p *sitter) written() time.Time {
	p.Helper()
	file, err := os.Stat(p.journal())
	if err != nil {
		p.Fatal(err)
	}
	return file.ModTime()
}

// answered does acts, waits until the screen shows something else, however long
// that takes, and then for a calm screen.
func (p *sitter) answered(acts ...Act) {
	p.Helper()
	before, err := p.screen.Frame()
	if err != nil {
		p.Fatal(err)
	}
	for _, act := range acts {
		if err := act(p.Context(), p.w); err != nil {
			p.Fatal(err)
		}
	}
	for deadline := time.Now().Add(stableTimeout); ; time.Sleep(pollPause) {
		now, err := p.screen.Frame()
		if err != nil {
			p.Fatal(err)
		}
		if differing(before, now) > caretPixels {
			break
		}
		if time.Now().After(deadline) || p.w.Ended() {
			p.Fatal("the window does not answer")
		}
	}
	if _, err := p.w.WaitStable(p.Context()); err != nil {
		p.Fatal(err)
	}
}

func (p *sitter) picture(name string) {
	p.Helper()
	p.pictures++
	path := filepath.Join(module, "out", cmp.Or(p.album, "supervision"), fmt.Sprintf("%02d-%s.png", p.pictures, name))
	if err := p.w.Shot(context.Background(), path); err != nil {
		p.Fatal(err)
	}
}

// prepare makes a journal with five entries; all but the last are flagged, the
// heaviest first.
func (p *sitter) prepare() {
	p.Helper()
	p.tell("init")
	for i, title := range brought {
		entry := map[string]any{"sections": []any{map[string]string{"text": "I keep thinking of it."}}}
		if title != form {
			entry["flag"] = "next"
			entry["impact"] = map[string]int{"carrying": 9 - i}
			entry["share"] = map[string]string{"title": title, "words": "What would help?"}
		}
		p.add(entry)
	}
}

func (p *sitter) add(entry any) {
	p.Helper()
	raw, err := json.Marshal(entry)
	if err != nil {
		p.Fatal(err)
	}
	cmd := exec.CommandContext(p.Context(), program(p.T, "aftershift-cli"), "add", "--json")
	cmd.Env, cmd.Stdin = p.env, bytes.NewReader(raw)
	if out, err := cmd.CombinedOutput(); err != nil {
		p.Fatalf("%v: %s", err, out)
	}
}

// flagLast opens the newest entry and flags it.
func (p *sitter) flagLast() {
	p.Helper()
	p.press("Down", "Return")
	p.press("ctrl+b")
	p.fill(form, "Who needs it?")
	p.keepShown("flagged", "ctrl+s")
}

// planThree plans the session that is held now last, so that it is in view.
func (p *sitter) planThree() {
	p.Helper()
	p.press("ctrl+2")
	p.press("Tab", "Return")
	p.fill("Ruth Adeyemi")
	p.press("Tab", "Tab")
	p.when(28)
	p.press("Tab", "Return", "Up", "Return")
	p.when(14)
	p.press("Tab", "Return", "Up", "Up", "Return")
	p.when(0)
}

// when fills in a session so many days ahead.
func (p *sitter) when(days int) {
	p.Helper()
	at := p.now.AddDate(0, 0, days)
	p.fill(at.Format("2 Jan 2006"), at.Format("15:04"))
	p.keep("Return")
}

func (p *sitter) bringAll() {
	p.Helper()
	p.press("space", "Down", "space", "Down", "space", "Down", "space", "Down", "space")
	p.keepShown("agenda", "Tab", "Return")
}

// talk begins the session and does with each item something else.
func (p *sitter) talk() {
	p.Helper()
	p.keep("ctrl+Return") // begins at once: it is today
	p.fill("We went through it.")
	p.press("ctrl+shift+n")
	p.fill("Speak first")
	p.keep("Return")
	p.fill("Send the template")
	p.press("Tab", "Return")
	p.press("Down", "Return") // my supervisor, below me
	p.press("Tab")
	p.fill("+14")
	p.keepShown("two-actions", "Return")
	p.keep("ctrl+Return")
	p.fill("I may leave when I am afraid.")
	p.keep("ctrl+Return")
	p.keep("ctrl+shift+Return") // leave: next time
	p.keep("ctrl+d")            // rota: withdrawn
	p.press("shift+Tab", "shift+Tab", "shift+Tab", "Return")
	p.keep("Down", "Return") // form: solved elsewhere
	p.picture("talked")
}

// close says what kind of thing came out of both, and ends the session.
func (p *sitter) close() {
	p.Helper()
	p.press("ctrl+shift+e")
	p.press("2")         // advice
	p.press("Down", "3") // new understanding
	p.picture("kinds")
	p.keepShown("closed", "ctrl+Return")
	p.press("ctrl+Return")
	p.picture("alone")
	p.press("ctrl+Return")
	p.picture("after")
}

// callOff calls the next session off, with what was carried over on its agenda.
func (p *sitter) callOff() {
	p.Helper()
	p.press("shift+Tab", "shift+Tab", "shift+Tab", "Return")
	p.press("Down", "Down", "Down", "Return")
	p.fill("Ruth is ill")
	p.keepShown("called-off", "Return")
}

// changeSupervisor plans the last session with somebody new and puts Ruth away; what she left waits for the new one, and goes on the agenda.
func (p *sitter) changeSupervisor() {
	p.Helper()
	p.press("Tab", "Return")
	p.press("Down", "Return")
	p.press("shift+Tab", "ctrl+a")
	p.fill("Nadia Okafor")
	p.picture("somebody-new")
	p.keep("Return", "Return")
	p.press("ctrl+4")
	p.press("Down", "Down") // Ruth, below Nadia, below the network
	p.picture("people")
	p.press("shift+Tab", "Return")
	p.keep("Up", "Return") // archive, the last of what else there is
	p.picture("put-away")
	p.press("ctrl+2")
	p.picture("left")
	p.press("space")
	p.keepShown("next-agenda", "Tab", "Return")
}

// begin begins the session with the new supervisor, long before it was planned
// for: what stands open comes first.
func (p *sitter) begin() {
	p.Helper()
	p.press("ctrl+Return")
	p.press("ctrl+Return")
	p.keepShown("last-time", "Return")
}

// sitting is what the command line shows of a session.
type sitting struct {
	With  string
	Items []itemShown
	Last  struct {
		Session              string
		Mine, Promised, Done []actionShown
		Brought, Left        []itemShown
		ToRecord             []any `json:"to_record"`
	}
}

type actionShown struct{ Text, Owner, Due, State string }

type itemShown struct {
	ID, Title, State, Session string
	Carried                   int
	From                      []string `json:"carried_from"`
	Outcome                   *struct{ Kind, Text string }
}

// checkSessions looks at the three sessions, and gives the ids of the one that
// was held and the one that was called off.
func (p *sitter) checkSessions() []string {
	p.Helper()
	type listed struct {
		ID, State, Reason string
		Agenda            []string
	}
	all := objects[listed](p.worker, p.tell("session", "list", "--json"))
	if len(all) != 3 {
		p.Fatalf("%d sessions, want 3", len(all))
	}
	off, next, held := all[0], all[1], all[2] // the latest first, by when it was held
	if held.State != "closed" || len(held.Agenda) != 4 {
		p.Errorf("the session that was held: %+v", held)
	}
	if off.State != "cancelled" || off.Reason != "Ruth is ill" || len(off.Agenda) != 0 {
		p.Errorf("the session that was called off: %+v", off)
	}
	if next.State != "open" || len(next.Agenda) != 1 {
		p.Errorf("the session with somebody else: %+v", next)
	}
	p.checkLast(objects[sitting](p.worker, p.tell("session", "show", next.ID, "--json"))[0])
	return []string{held.ID, off.ID}
}

// checkLast looks at what stands open when the session with the new supervisor
// begins: both actions agreed with Ruth, and what was carried over; the session
// that was held stays hers.
func (p *sitter) checkLast(next sitting) {
	p.Helper()
	last := next.Last
	if next.With != "Nadia Okafor" || len(next.Items) != 1 {
		p.Errorf("the session with somebody else: %+v", next)
	}
	mine := []actionShown{{Text: "Speak first", Owner: "me", State: "open"}}
	due := p.now.AddDate(0, 0, 14).Format(time.DateOnly)
	promised := []actionShown{{Text: "Send the template", Owner: "supervisor", Due: due, State: "open"}}
	if last.Session != "" || !slices.Equal(last.Mine, mine) || !slices.Equal(last.Promised, promised) {
		p.Errorf("last time: session %s, mine %v, promised %v", last.Session, last.Mine, last.Promised)
	}
	if len(last.Done)+len(last.Left)+len(last.ToRecord) != 0 {
		p.Errorf("last time also shows %v, %v, %v", last.Done, last.Left, last.ToRecord)
	}
	if len(last.Brought) != 1 || last.Brought[0].Title != leave || last.Brought[0].Carried != 2 {
		p.Errorf("last time: brought %+v", last.Brought)
	}
}

// checkItems looks at what became of each item.
func (p *sitter) checkItems(sessions []string) {
	p.Helper()
	states := map[string]string{
		speaking: "discussed", visit: "discussed", leave: "on_agenda", rota: "withdrawn", form: "solved_elsewhere",
	}
	outcomes := map[string]string{speaking: "advice: We went through it.", visit: "new_understanding: I may leave when I am afraid."}
	items := objects[itemShown](p.worker, p.tell("item", "list", "--json"))
	if len(items) != len(brought) {
		p.Errorf("%d items, want %d", len(items), len(brought))
	}
	for _, it := range items {
		came := ""
		if it.Outcome != nil {
			came = it.Outcome.Kind + ": " + it.Outcome.Text
		}
		if it.State != states[it.Title] || came != outcomes[it.Title] {
			p.Errorf("%s is %s with %q", it.Title, it.State, came)
		}
		switch {
		case it.Title == leave && !slices.Equal(it.From, sessions):
			p.Errorf("%s was carried from %v, want %v", leave, it.From, sessions)
		case it.Title != leave && (it.Session != sessions[0] || it.Carried != 0):
			p.Errorf("%s stands in %s, carried %d times", it.Title, it.Session, it.Carried)
		}
	}
}

// checkFlags looks at the entries: what is settled is no longer flagged.
func (p *sitter) checkFlags() {
	p.Helper()
	type overview struct {
		Flag  string
		Share struct{ Title string }
	}
	for _, e := range objects[overview](p.worker, p.tell("list", "--json")) {
		if (e.Flag != "") != (e.Share.Title == leave) {
			p.Errorf("the entry of %s has the flag %q", e.Share.Title, e.Flag)
		}
	}
}
