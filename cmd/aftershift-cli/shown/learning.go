package shown

import (
	"cmp"

	"aftershift/internal/app"
)

// Hours is a line of hours.
type Hours struct {
	ID          app.ID        `json:"id"`
	Week        string        `json:"week"` // its Monday
	Kind        string        `json:"kind"`
	Own         string        `json:"own,omitempty"` // name of a kind of one's own
	Minutes     int           `json:"minutes"`
	With        app.ID        `json:"with,omitempty"` // who supervised
	Mode        string        `json:"mode,omitempty"`
	Session     app.ID        `json:"session,omitempty"` // that it was filled from
	Note        string        `json:"note,omitempty"`
	Entered     string        `json:"entered"`
	Signed      string        `json:"signed,omitempty"`      // when its sheet was, on paper
	KeptAt      string        `json:"kept_at,omitempty"`     // where that sheet is
	Corrections []HoursBefore `json:"corrections,omitempty"` // the oldest first
}

// HoursBefore is what a line said before it was corrected.
type HoursBefore struct {
	On      string `json:"on"`
	Minutes int    `json:"minutes"`
	Why     string `json:"why,omitempty"`
	Signed  string `json:"signed,omitempty"`
}

// HoursOf returns a line of hours as it is printed.
func HoursOf(h app.Hours) Hours {
	one := Hours{
		ID: h.ID, Week: string(h.Week), Kind: string(h.Kind), Own: h.Own, Minutes: h.Minutes, With: h.With, Mode: string(h.Mode),
		Session: h.Session, Note: h.Note, Entered: string(h.Entered), Signed: string(h.Signed), KeptAt: h.KeptAt,
	}
	for _, c := range h.Was {
		one.Corrections = append(one.Corrections, HoursBefore{string(c.On), c.Minutes, c.Why, string(c.Signed)})
	}
	return one
}

// Verdict is what a rule makes of a log; it is no board's word.
type Verdict struct {
	Pack   string   `json:"pack"`
	AsOf   string   `json:"as_of"`
	Source string   `json:"source"`
	Rule   string   `json:"rule"`
	Kind   string   `json:"kind"`
	State  string   `json:"state"`
	Have   int      `json:"have"` // minutes or a count, as app.Verdict says
	Need   int      `json:"need"`
	Says   string   `json:"says"`
	Weeks  []string `json:"weeks,omitempty"`
	Check  string   `json:"check"`
}

// VerdictOf returns a verdict as it is printed.
func VerdictOf(p app.Pack, v app.Verdict, says, check string) Verdict {
	return Verdict{
		Pack: p.ID, AsOf: string(cmp.Or(v.Rule.AsOf, p.AsOf)), Source: cmp.Or(v.Rule.Source, p.Source), Rule: v.Rule.Name,
		Kind: string(v.Rule.Kind), State: string(v.State), Have: v.Have, Need: v.Need, Says: says, Check: check,
	}
}

// Pack is rules, a framework, competences or milestones that can be used. Since is "*"
// where it is in use from the beginning.
type Pack struct {
	ID     string `json:"id"`
	For    string `json:"for"`
	Name   string `json:"name"`
	Source string `json:"source"`
	AsOf   string `json:"as_of"` // the day on which Source was read
	Quote  string `json:"quote"`
	Note   string `json:"note,omitempty"`
	Since  string `json:"since,omitempty"`
}

// PackOf returns a pack as it is printed.
func PackOf(p app.Pack, since string) Pack {
	return Pack{p.ID, string(p.For), p.Name, p.Source, string(p.AsOf), p.Quote, p.Note, since}
}

// Need is something that came up to learn; ID is that of its item or entry.
type Need struct {
	ID      app.ID `json:"id"`
	Title   string `json:"title"`
	Words   string `json:"words,omitempty"`
	Session app.ID `json:"session,omitempty"`
	On      string `json:"on"`
	With    string `json:"with,omitempty"`
	Group   bool   `json:"group,omitempty"`
}

// NeedOf returns a need as it is printed.
func NeedOf(n app.Need) Need {
	return Need{cmp.Or(n.Item, n.Entry), n.Title, n.Words, n.Session, string(n.On), n.With, n.Group}
}

// Piece is a piece of CPD.
type Piece struct {
	ID          app.ID            `json:"id"`
	Title       string            `json:"title"`
	Framework   string            `json:"framework,omitempty"` // id of the pack that asks
	Date        string            `json:"date"`                // of the activity
	Category    string            `json:"category,omitempty"`
	Minutes     int               `json:"minutes,omitempty"` // that it took
	Answers     map[string]string `json:"answers,omitempty"` // by question
	Peer        string            `json:"peer,omitempty"`
	PeerOn      string            `json:"peer_on,omitempty"`
	PeerSession app.ID            `json:"peer_session,omitempty"`
	origin
	Tried    string `json:"tried,omitempty"` // in practice, and how it went
	Worked   string `json:"worked,omitempty"`
	Recorded string `json:"recorded,omitempty"` // when it was handed in
}

// PieceOf returns a piece as it is printed.
func PieceOf(p app.CPDPiece) Piece {
	one := Piece{
		ID: p.ID, Title: p.Title, Framework: p.Framework, Date: string(p.Date), Category: p.Category, Minutes: p.Minutes,
		Peer: p.Peer, PeerOn: string(p.PeerOn), PeerSession: p.PeerSession, origin: origin{p.Item, p.Session, p.Entries},
		Tried: p.Tried, Worked: string(p.Worked), Recorded: string(p.Recorded),
	}
	for _, a := range p.Answers {
		if one.Answers == nil {
			one.Answers = map[string]string{}
		}
		one.Answers[a.Question] = a.Text
	}
	return one
}

// Competence is a competence and how much evidence there is for it.
type Competence struct {
	ID       string `json:"id"`
	Name     string `json:"name"`
	Entries  int    `json:"entries"`
	Items    int    `json:"items"`
	Pieces   int    `json:"pieces"`
	Feedback int    `json:"feedback"`
	Last     string `json:"last,omitempty"` // of the latest evidence
	Thin     bool   `json:"thin,omitempty"`
}

// CompetenceOf returns a competence as it is printed.
func CompetenceOf(r app.Competence, thin bool) Competence {
	kinds := app.EvidenceKinds()
	return Competence{r.Domain.ID, r.Domain.Name, r.Count[kinds[0]], r.Count[kinds[1]], r.Count[kinds[2]], r.Count[kinds[3]], string(r.Last), thin}
}

// Evidence is something that shows a competence. Title is in words that may be shared.
type Evidence struct {
	ID     app.ID `json:"id"`
	Set    string `json:"set"`    // id of the pack of competences
	Domain string `json:"domain"` // id of the competence in it
	Kind   string `json:"kind"`
	Of     app.ID `json:"of,omitempty"` // the entry, item or piece; left out for feedback
	Title  string `json:"title,omitempty"`
	On     string `json:"on"` // the day that it is of
}

// EvidenceOf returns evidence as it is printed.
func EvidenceOf(v app.Evidence, title string) Evidence {
	return Evidence{v.ID, v.Set, v.Domain, string(v.Kind()), cmp.Or(v.Entry, v.Item, v.Piece), title, string(v.On)}
}
