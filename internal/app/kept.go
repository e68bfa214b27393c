package app

import (
	"strings"
	"time"

	"aftershift/internal/journal"
)

// WhatIsKept says line by line what is kept, where, and for how long: what somebody
// who answers for data protection asks. It names nobody.
func (d *Desk) WhatIsKept() []string {
	t, n, s := d.app.Words().T, d.app.Words().N, d.Settings()
	var first, last journal.Date
	all := d.core.Library().Overviews()
	if len(all) > 0 {
		first, last = all[len(all)-1].Date, all[0].Date
	}
	lines := []string{t("kept.what"), n("kept.entries", len(all))}
	if len(all) > 0 {
		lines = append(lines, t("kept.days", first, last))
	}
	board := d.core.Library().Board()
	lines = append(lines, t("kept.records", len(board.Records())), n("kept.people", len(d.People())))
	if d.IsSample() {
		return append(lines, t("kept.sample"), t("kept.network"))
	}
	lines = append(lines, t("kept.where", d.app.Journal()), t("kept.sealed"), n("kept.trash", s.TrashDays),
		t("kept.backups", d.app.BackupFolder()))
	if backups, err := d.Backups(); err == nil && len(backups) > 0 {
		lines = append(lines, n("kept.backups.count", len(backups)))
	}
	lines = append(lines, t("kept.copied", dayOr(s.CopiedAway, t("kept.never"))), t("kept.exported", dayOr(s.Exported, t("kept.never"))))
	if s.ReviewMonths > 0 {
		lines = append(lines, n("kept.review", s.ReviewMonths))
	} else {
		lines = append(lines, t("kept.review.none"))
	}
	if s.Hold.IsZero() {
		lines = append(lines, t("kept.hold.none"))
	} else {
		lines = append(lines, t("kept.hold.since", dayOr(s.Hold, "")))
	}
	return append(lines, t("kept.outside"), t("kept.network"))
}

// IfAsked says what to do when somebody asks for the notes, and what was asked so far.
func (d *Desk) IfAsked() []string {
	t := d.app.Words().T
	lines := strings.Split(t("kept.asked.text"), "\n")
	for _, r := range d.Settings().Requests {
		lines = append(lines, t("kept.asked.line", r.On, r.Asked, r.Given))
	}
	return lines
}

// IfUnable says what somebody else has to know when the writer can't go on: what there
// is and how it is destroyed. No secret stands in it.
func (d *Desk) IfUnable() []string {
	t := d.app.Words().T
	file, backups := d.app.Journal(), d.app.BackupFolder()
	if d.IsSample() { // its file goes as it closes
		file, backups = t("kept.blank"), t("kept.blank")
	}
	text := t("kept.unable.text", file, backups)
	return strings.Split(text, "\n")
}

func dayOr(at time.Time, none string) string {
	if at.IsZero() {
		return none
	}
	return string(journal.DateOf(at))
}
