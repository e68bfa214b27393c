package shell

import (
	"strings"

	"fyne.io/fyne/v2"

	"aftershift/internal/app"
	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/unlock"
	"aftershift/internal/ui/widgets"
)

// strips are the lines above the page that stay until something is done about
// them: the journal is fictional, recovery words were not confirmed, writing was
// recovered.
type strips struct {
	room      *room
	column    *fyne.Container
	byWords   bool
	recovered []journal.ID
	put       map[string]bool // off for this sitting
}

func newStrips(r *room, how unlock.Opened) *strips {
	s := &strips{room: r, column: widgets.Column(0), byWords: how.ByWords, recovered: r.recovered(), put: map[string]bool{}}
	s.show()
	return s
}

// show builds the lines that hold now.
func (s *strips) show() {
	s.column.RemoveAll()
	t, set := s.room.t, s.room.desk.Settings()
	if found := s.room.desk.Findings(); s.room.desk.ReadOnly() {
		if !found.None() {
			s.add(widgets.Warm, s.saysFound(found))
		}
		s.add(widgets.Amber, t("shell.read_only"), widgets.NewLink(t("shell.read_only.lock"), s.room.lock))
		s.column.Refresh()
		s.room.refreshContent()
		return
	}
	if s.room.desk.IsSample() {
		s.add(widgets.Amber, t("shell.sample"), widgets.NewLink(t("shell.sample.start"), s.room.lock))
	}
	if s.byWords {
		s.add(widgets.Amber, t("shell.by_words"),
			widgets.NewLink(t("shell.by_words.choose"), s.room.ChangePassphrase),
			widgets.NewLink(t("shell.dismiss"), func() { s.byWords = false; s.show() }))
	}
	if !set.RecoveryConfirmed && !s.room.desk.IsSample() {
		s.add(widgets.Amber, t("shell.unconfirmed"),
			widgets.NewLink(t("shell.unconfirmed.check"), s.room.CheckWords),
			widgets.NewLink(t("shell.unconfirmed.new"), s.room.NewWords))
	}
	if says := s.saysDamage(); says != "" {
		s.add(widgets.Warm, says, widgets.NewLink(t("shell.damaged.ways"), func() { s.room.Open(backupsPage, 0) }))
	}
	s.showCopies()
	s.showReminders()
	s.showRecovered()
	s.column.Refresh()
	s.room.refreshContent()
}

// showRecovered names the entries that were being written when the program stopped.
func (s *strips) showRecovered() {
	var names []string
	for _, id := range s.recovered {
		if e, err := s.room.desk.Entry(id); err == nil {
			names = append(names, app.EntryName(s.room.Words(), e.Overview()))
		}
	}
	if len(names) == 0 {
		return
	}
	last := s.recovered[len(s.recovered)-1]
	s.add(widgets.Green, s.room.Words().N("shell.recovered", len(names), strings.Join(names, "; ")),
		widgets.NewLink(s.room.t("shell.recovered.open"), func() {
			s.recovered = nil
			s.show()
			s.room.Open(journalPage, last)
		}),
		widgets.NewLink(s.room.t("shell.dismiss"), func() { s.recovered = nil; s.show() }))
}

// showCopies adds what there is to know about backups, and about copies that were
// being saved when the program stopped.
func (s *strips) showCopies() {
	t, desk := s.room.t, s.room.desk
	backups := func() *widgets.Button {
		return widgets.NewLink(t("shell.backups.look"), func() { s.room.Open(backupsPage, 0) })
	}
	trouble := desk.BackupTrouble()
	switch {
	case trouble != nil && fault.KindOf(trouble) != fault.Cancelled:
		s.add(widgets.Amber, t("shell.no_backup"), backups())
	case desk.CatchingUp():
		s.add(widgets.Neutral, t("shell.catching_up"))
	}
	if desk.BackupAhead() && !s.put["ahead"] {
		s.add(widgets.Amber, t("shell.ahead"), backups(), s.later("ahead"))
	}
	if n := desk.FoundCopies(); n > 0 && !s.put["copies"] {
		s.add(widgets.Green, s.room.Words().N("shell.found_copies", n),
			widgets.NewLink(t("shell.dismiss"), func() { s.put["copies"] = true; s.show() }))
	}
}

// saysDamage gives what is wrong with the journal's file, "" for nothing.
func (s *strips) saysDamage() string {
	found, checkup := s.room.desk.Findings(), s.room.desk.Checkup()
	switch {
	case !found.None():
		return s.saysFound(found)
	case checkup.Fault() != nil && !checkup.At.IsZero():
		return s.room.t("shell.damaged")
	}
	return ""
}

// saysFound tells what of the journal can't be used.
func (s *strips) saysFound(found app.Findings) string {
	gone := 0
	for _, l := range found.Losses {
		gone += l.Missing
	}
	switch {
	case gone > 0:
		return s.room.Words().N("shell.loss", gone)
	case found.OutOfUse() > 0:
		return s.room.Words().N("shell.aside", found.OutOfUse())
	case len(found.Losses) > 0:
		return s.room.t("shell.changed_outside")
	}
	return s.room.t("shell.aside.whole")
}

// showReminders adds what is good to do now and then, one line at a time.
func (s *strips) showReminders() {
	t, desk := s.room.t, s.room.desk
	switch {
	case desk.RecallDue():
		s.add(widgets.Neutral, t("shell.recall"), widgets.NewLink(t("shell.recall.try"), s.room.RecallWords),
			widgets.NewLink(t("shell.recall.later"), func() { s.room.keep(desk.PutOffRecall) }))
	case desk.CanStrengthen() && !s.put["strengthen"]:
		s.add(widgets.Neutral, t("shell.strengthen"), widgets.NewLink(t("shell.strengthen.do"), s.room.Strengthen), s.later("strengthen"))
	case desk.AwayDue() && !s.put["away"]:
		s.add(widgets.Neutral, t("shell.away"),
			widgets.NewLink(t("shell.away.copy"), func() { s.room.Open(backupsPage, 0) }), s.later("away"))
	}
}

// later gives the link that puts a reminder off for this sitting.
func (s *strips) later(name string) fyne.CanvasObject {
	return widgets.NewLink(s.room.t("shell.later"), func() { s.put[name] = true; s.show() })
}

func (s *strips) add(tone widgets.Tone, text string, buttons ...fyne.CanvasObject) {
	s.column.Add(widgets.Pad(look.Wide, look.Gap, widgets.Notice(tone, text, buttons...)))
}

// refreshContent lays the window out anew after a strip came or went.
func (r *room) refreshContent() {
	if r.room == r && r.menu != nil {
		r.alive.content.Refresh()
	}
}

// CheckWords asks for all recovery words as they stand on paper.
func (r *room) CheckWords() { unlock.AskWords(r.desk, doorFrame{r.Shell}) }

// RecallWords asks for some of the recovery words from paper.
func (r *room) RecallWords() { unlock.AskRecall(r.desk, doorFrame{r.Shell}, r.NewWords) }

// Strengthen asks for the passphrase, and makes guessing it cost more.
func (r *room) Strengthen() {
	unlock.AskStrengthen(r.desk, doorFrame{r.Shell}, func() { r.Notify(r.t("shell.strengthened"), false) })
}

// NewWords asks for the passphrase, makes new recovery words and shows them.
func (r *room) NewWords() {
	unlock.AskNewWords(r.desk, doorFrame{r.Shell}, func(words []string) {
		r.showWords(r.desk, words, func() {})
	})
}

// ApplyLook shows the theme, or else the text size, that the preferences ask for in
// place of what this run was told.
func (r *room) ApplyLook(theme bool) {
	if theme {
		r.options.Theme = ""
	} else {
		r.options.TextSize = 0
	}
	r.applyLook()
}

// ChangePassphrase asks for the present key and a new passphrase. Somebody who
// came in by recovery words is asked for those.
func (r *room) ChangePassphrase() {
	unlock.AskNewPassphrase(r.desk, doorFrame{r.Shell}, r.strips.byWords, func() {
		r.strips.byWords = false
		r.strips.show()
		r.Notify(r.t("shell.changed"), false)
	})
}

// Version gives the program's version.
func (r *room) Version() string { return r.options.Version }
