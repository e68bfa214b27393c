package shown

import (
	"cmp"

	"aftershift/internal/app"
)

// Goal is what one aims at with somebody.
type Goal struct {
	between
	Text    string     `json:"text"`
	Sign    string     `json:"sign,omitempty"` // by what one will know
	By      string     `json:"by,omitempty"`
	Created string     `json:"created"`
	State   string     `json:"state"`
	Looks   []GoalLook `json:"looks,omitempty"` // the oldest first
}

// GoalLook is a look back at a goal.
type GoalLook struct {
	On    string `json:"on"`
	Text  string `json:"text,omitempty"`
	State string `json:"state"`
}

// GoalOf returns a goal as it is printed.
func GoalOf(g app.Goal) Goal {
	one := Goal{
		between: between{g.ID, g.With}, Text: g.Text, Sign: g.Sign, By: string(g.By), Created: string(g.Created), State: string(g.State),
	}
	for _, l := range g.Looks {
		one.Looks = append(one.Looks, GoalLook{string(l.On), l.Text, string(l.State)})
	}
	return one
}

// Agreement is a version of what was agreed with somebody. Due says that it is time to
// look at it again.
type Agreement struct {
	between
	Version     int               `json:"version"`           // 1 is the first
	From        string            `json:"from"`              // the day from which it holds
	Clauses     map[string]string `json:"clauses,omitempty"` // what is agreed, by term
	CadenceDays int               `json:"cadence_days,omitempty"`
	Minutes     int               `json:"minutes,omitempty"`
	Standing    []string          `json:"standing,omitempty"`
	Review      string            `json:"review,omitempty"` // the day to look at it again
	Due         bool              `json:"due,omitempty"`
	Signed      string            `json:"signed,omitempty"` // on paper
	Looked      []string          `json:"looked,omitempty"` // days of looking at it
	Ended       string            `json:"ended,omitempty"`
}

// AgreementOf returns an agreement as it is printed.
func AgreementOf(a app.Agreement, due bool) Agreement {
	one := Agreement{
		between: between{a.ID, a.With}, Version: a.Version, From: string(a.From), CadenceDays: a.CadenceDays, Minutes: a.Minutes,
		Standing: words(a.Standing), Review: string(a.Review), Due: due, Signed: string(a.Signed), Looked: words(a.Looked), Ended: string(a.Ended),
	}
	for _, c := range a.Clauses {
		if one.Clauses == nil {
			one.Clauses = map[string]string{}
		}
		one.Clauses[string(c.Term)] = c.Text
	}
	return one
}

// Evaluation is how it went with somebody; what was written for nobody else has no
// field.
type Evaluation struct {
	between
	From    string `json:"from"` // the first day of the time it is about
	On      string `json:"on"`   // the last, on which it was written
	Helps   string `json:"helps,omitempty"`
	Missing string `json:"missing,omitempty"`
	Ask     string `json:"ask,omitempty"` // what to ask for
	Log     Served `json:"log"`
}

// Served is what the log says of sessions over a time. How helpful they were and what
// helped in them have no field.
type Served struct {
	Held      int            `json:"held"` // sessions closed
	CalledOff int            `json:"called_off"`
	Minutes   int            `json:"minutes"`
	Items     map[string]int `json:"items,omitempty"`    // by function
	Unserved  []string       `json:"unserved,omitempty"` // functions
}

// EvaluationOf returns an evaluation as it is printed, with what the log says of the
// same time. Items that stand for no function are counted as "none".
func EvaluationOf(v app.Evaluation, log app.Served) Evaluation {
	is := Served{Held: log.Held, CalledOff: log.CalledOff, Minutes: log.Minutes, Unserved: words(log.Unserved)}
	for _, s := range log.Shares {
		if is.Items == nil {
			is.Items = map[string]int{}
		}
		is.Items[cmp.Or(string(s.Function), "none")] = s.Items
	}
	return Evaluation{between{v.ID, v.With}, string(v.From), string(v.On), v.Helps, v.Missing, v.Ask, is}
}

// Practice is something that helped.
type Practice struct {
	ID      app.ID   `json:"id"`
	Text    string   `json:"text"`
	Themes  []string `json:"themes,omitempty"`
	Source  string   `json:"source,omitempty"` // a book, a course, a colleague
	With    app.ID   `json:"with,omitempty"`   // with whom it was found; left out: nobody
	Session app.ID   `json:"session,omitempty"`
	On      string   `json:"on"`
}

// PracticeOf returns what helped as it is printed.
func PracticeOf(p app.Practice) Practice {
	return Practice{p.ID, p.Text, words(p.Themes), p.Source, p.With, p.Session, string(p.On)}
}

// NetworkRow is one thing that the network is asked for, who is there for it, and in
// what way there is little.
type NetworkRow struct {
	For  string    `json:"for"`
	Thin string    `json:"thin,omitempty"` // nobody, long_ago, one, at_work; left out: enough
	Who  []Contact `json:"who"`
}

// Contact is somebody in the network, and when one last met.
type Contact struct {
	ID      app.ID `json:"id"`
	Name    string `json:"name"`
	Last    string `json:"last,omitempty"`    // left out: never
	Outside bool   `json:"outside,omitempty"` // of work
}

// NetworkRowOf returns a row of the network as it is printed.
func NetworkRowOf(r app.NetworkRow) NetworkRow {
	return NetworkRow{string(r.Help), string(r.Thin), each(r.Who, func(c app.Contact) Contact {
		return Contact{c.ID, c.Name, string(c.Last), c.Tie.Outside}
	})}
}
