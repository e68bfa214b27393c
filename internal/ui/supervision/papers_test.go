package supervision

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"aftershift/internal/app"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

func TestPage_paper_asks_for_whom_the_session_is_with(t *testing.T) {
	var session journal.ID
	p, f, _ := newPage(t, func(d *app.Desk) { session = planned(t, d, 4) })
	s := p.presenter.state.Agenda.Session
	want := p.presenter.state.Agenda.With.UsualAudience()
	p.paper(s, app.RunSheet{Session: session})
	p.paper(s, app.RecordPaper{Session: session})
	if len(f.copies) != 2 {
		t.Fatalf("copies %+v", f.copies)
	}
	for i, paper := range []app.Paper{app.RunSheet{Session: session}, app.RecordPaper{Session: session}} {
		if got := f.copies[i]; got.Paper != paper || got.Audience != want {
			t.Errorf("copy %+v, want %v for %q", got, paper, want)
		}
	}
	p.paper(supervision.Session{ID: 7}, app.AgendaPaper{Session: 7})
	if got := f.copies[2].Audience; got == "" {
		t.Error("a session with nobody named is for nobody")
	}
}

func TestPage_calendar_saves_and_asks_before_it_replaces(t *testing.T) {
	p, f, d := newPage(t, func(d *app.Desk) { planned(t, d, 4) })
	form := p.calendar(p.presenter.state.Agenda.Session)
	form.file.SetText("meeting.ics")
	form.submit()
	if !form.note.Visible() || len(f.Notices) > 0 {
		t.Error("took a file without its folder")
	}
	file := filepath.Join(t.TempDir(), "meeting.ics")
	form.file.SetText(file)
	form.submit()
	f.Settle(d, p.busy)
	raw, err := os.ReadFile(file)
	if err != nil || !strings.Contains(string(raw), "SUMMARY:Meeting") {
		t.Fatalf("file %q, %v", raw, err)
	}
	if len(f.Notices) != 1 || !strings.Contains(f.Notices[0], file) {
		t.Errorf("said %q", f.Notices)
	}
	if err := os.WriteFile(file, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	form = p.calendar(p.presenter.state.Agenda.Session)
	form.file.SetText(file)
	form.submit()
	f.Settle(d, p.busy)
	if raw, _ = os.ReadFile(file); string(raw) != "mine" {
		t.Error("replaced a file without asking")
	}
	form.file.SetText(filepath.Join(t.TempDir(), "nowhere", "meeting.ics"))
	form.submit()
	f.Settle(d, p.busy)
	if !form.note.Visible() || !strings.Contains(form.note.Text(), "folder") {
		t.Errorf("a folder that isn't there: %q", form.note.Text())
	}
}
