package learning

import (
	"slices"
	"strings"

	"aftershift/internal/app"
	"aftershift/internal/words"
)

// says puts what was learned into words.
type says struct {
	*words.Catalog
	desk *app.Desk
}

// state says in a word how a rule stands where that is settled; what there is so far says
// the rest.
func (w says) state(v app.Verdict) string {
	switch v.State {
	case app.VerdictMet:
		return w.T("learning.state.met")
	case app.VerdictBeyond:
		return w.T("learning.state.beyond")
	}
	return ""
}

// piece says of what day a piece is, how far it has come, and that it has a peer's view.
func (w says) piece(p app.CPDPiece) string {
	questions := w.desk.Questions(p)
	answered := 0
	for _, q := range questions {
		if p.Answer(q.ID) != "" || q.Peer && p.HasPeer() {
			answered++
		}
	}
	said := []string{w.desk.SayDay(p.Date), w.T("learning.parts", answered, len(questions))}
	if p.HasPeer() {
		said = append(said, w.T("learning.peer"))
	}
	if p.Recorded != "" {
		said = append(said, w.T("learning.recorded", w.desk.SayDay(p.Recorded)))
	}
	return strings.Join(said, " · ")
}

// need says where something to learn came up.
func (w says) need(n app.Need) string {
	said := []string{w.desk.SayDay(n.On)}
	if n.With != "" {
		said = append(said, n.With)
	}
	days := n.On.DaysUntil(w.desk.Today())
	if days <= 0 {
		return strings.Join(append(said, w.T("learning.today")), " · ")
	}
	return strings.Join(append(said, w.N("learning.waiting", days)), " · ")
}

// last says of what day the latest evidence is.
func (w says) last(r app.Competence) string {
	if r.Last == "" {
		return w.T("learning.never")
	}
	return w.desk.SayDay(r.Last)
}

// mostThin is how many thin places are named.
const mostThin = 4

// thin names the competences with little to show, where they are few.
func (w says) thin(rows []app.Competence, of int) string {
	if len(rows) > mostThin {
		return w.T("learning.thin.many", len(rows), of)
	}
	names := make([]string, 0, len(rows))
	for _, r := range rows {
		names = append(names, r.Domain.Name)
	}
	return w.N("learning.thin", len(rows), strings.Join(names, "; "))
}

// signed says whether a week is signed, or how long it waits.
func (w says) signed(week app.HoursWeek) string {
	switch {
	case week.Signed != "":
		return w.T("learning.signed", w.desk.SayDay(week.Signed))
	case week.Waits == 0:
		return w.T("learning.thisweek")
	}
	return w.N("learning.waits", week.Waits)
}

// corrected says what the week's hours were before the latest correction, and of which
// day that is; "" where nothing was corrected.
func (w says) corrected(week app.HoursWeek) string {
	before, moved, on := 0, true, app.Day("")
	for _, h := range week.Lines {
		if n := len(h.Was); n > 0 {
			on = max(on, h.Was[n-1].On)
		}
	}
	if on == "" {
		return ""
	}
	for _, h := range week.Lines {
		minutes := h.Minutes
		for i, was := range slices.Backward(h.Was) {
			if was.On == on {
				minutes, moved = was.Minutes, moved && h.Resupervised(i)
			}
		}
		before += minutes
	}
	if moved {
		return w.T("learning.corrected.with", w.desk.SayDay(on))
	}
	return w.T("learning.corrected", app.HoursText(before), w.desk.SayDay(on))
}

// masked says what is masked in a field that leaves, and which words stand for the eye to
// judge; "" for neither.
func (w says) masked(f app.FieldText) string {
	var said []string
	if f.Masked > 0 {
		said = append(said, w.N("learning.fields.masked", f.Masked))
	}
	if len(f.Left) > 0 {
		said = append(said, w.T("learning.fields.left", strings.Join(f.Left, ", ")))
	}
	return strings.Join(said, " · ")
}
