package app

import (
	"time"

	"aftershift/internal/journal"
)

// WhatIsKept says line by line what is kept, where, and for how long: what somebody
// who answers for data protection asks. It names nobody.
func (d *Desk) WhatIsKept() Sheet {
	s := d.Settings()
	all := d.core.Library().Overviews()
	lines := []Saying{{Key: "kept.what"}, count("kept.entries", len(all))}
	if len(all) > 0 {
		lines = append(lines, Saying{Key: "kept.days", Numbers: append(numbers(all[len(all)-1].Date), numbers(all[0].Date)...)})
	}
	lines = append(lines, Saying{Key: "kept.records", Numbers: []int{len(d.core.Library().Board().Records())}}, count("kept.people", len(d.People())))
	if d.IsSample() {
		lines = append(lines, Saying{Key: "kept.sample"}, Saying{Key: "kept.network"})
		return Sheet{Title: "kept.facts", Foot: "kept.foot", Lines: lines}
	}
	lines = append(lines, Saying{Key: "kept.where", Where: d.app.Journal()}, Saying{Key: "kept.sealed"}, count("kept.trash", s.TrashDays),
		Saying{Key: "kept.backups", Where: d.app.BackupFolder()}, Saying{Key: "kept.backups.rule"})
	if backups, err := d.Backups(); err == nil && len(backups) > 0 {
		lines = append(lines, count("kept.backups.count", len(backups)))
	}
	lines = append(lines, dated("kept.copied", "kept.copied.never", s.CopiedAway), dated("kept.exported", "kept.exported.never", s.Exported))
	if s.ReviewMonths > 0 {
		lines = append(lines, count("kept.review", s.ReviewMonths))
	} else {
		lines = append(lines, Saying{Key: "kept.review.none"})
	}
	lines = append(lines, dated("kept.hold.since", "kept.hold.none", s.Hold), Saying{Key: "kept.outside"}, Saying{Key: "kept.network"})
	return Sheet{Title: "kept.facts", Foot: "kept.foot", Lines: lines}
}

// IfAsked says what to do when somebody asks for the notes, and what was asked so far.
func (d *Desk) IfAsked() Sheet {
	return Sheet{Title: "kept.asked", Foot: "kept.asked.foot", Log: d.Settings().Requests, Lines: []Saying{
		{Key: "kept.asked.1"},
		{Key: "kept.asked.2"},
		{Key: "kept.asked.3"},
		{Key: "kept.asked.4"},
		{Key: "kept.asked.5"},
		{Key: "kept.asked.6"},
		{Key: "kept.asked.7"},
		{Key: "kept.asked.8"},
	}}
}

// IfUnable says what somebody else has to know when the writer can't go on: what there
// is and how it is destroyed. No secret stands in it.
func (d *Desk) IfUnable() Sheet {
	file, backups := d.app.Journal(), d.app.BackupFolder()
	if d.IsSample() { // its file goes as it closes
		blank := d.app.Words().T("kept.blank")
		file, backups = blank, blank
	}
	return Sheet{Title: "kept.unable.paper", Foot: "kept.unable.foot", Lines: []Saying{
		{Key: "kept.unable.1"},
		{Key: "kept.unable.2"},
		{Key: "kept.unable.file", Where: file},
		{Key: "kept.unable.backups", Where: backups},
		{Key: "kept.unable.3", Blank: true},
		{Key: "kept.unable.4"},
		{Key: "kept.unable.5", Blank: true},
		{Key: "kept.unable.6"},
		{Key: "kept.unable.7", Blank: true},
		{Key: "kept.unable.8", Blank: true},
		{Key: "kept.unable.9", Blank: true},
	}}
}

// SaySheet gives the lines of a sheet in words, to be read on the screen.
func (d *Desk) SaySheet(s Sheet) []string {
	words := d.app.Words()
	var lines []string
	for _, l := range s.Lines {
		lines = append(lines, l.Say(words))
	}
	for _, r := range s.Log {
		lines = append(lines, words.T("kept.asked.line", r.On, r.Asked, r.Given))
	}
	return lines
}

func count(key string, n int) Saying { return Saying{Key: key, Counted: true, Numbers: []int{n}} }

// dated is the line of a day or, where there is none, the other.
func dated(key, none string, at time.Time) Saying {
	if at.IsZero() {
		return Saying{Key: none}
	}
	return Saying{Key: key, Numbers: numbers(journal.DateOf(at))}
}

// numbers gives the year, the month and the day.
func numbers(on journal.Date) []int {
	at := on.Time()
	return []int{at.Year(), int(at.Month()), at.Day()}
}
