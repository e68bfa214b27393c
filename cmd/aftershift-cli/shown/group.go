package shown

import (
	"time"

	"aftershift/internal/app"
)

// Group is a group: what was agreed, who is in it, and whose turn the next meetings are.
// The notes about others' cases have no field.
type Group struct {
	between
	Name            string   `json:"name"`
	Aims            string   `json:"aims,omitempty"`
	Guidelines      string   `json:"guidelines,omitempty"`
	Confidentiality string   `json:"confidentiality,omitempty"` // read out at every start
	Agreed          string   `json:"agreed,omitempty"`
	Review          string   `json:"review,omitempty"`  // by when to look at it again
	Missing         string   `json:"missing,omitempty"` // settings nobody is from
	Place           string   `json:"place,omitempty"`
	RunSheet        string   `json:"run_sheet"`
	Met             int      `json:"met"`                // meetings that are over
	LastMet         string   `json:"last_met,omitempty"` // left out: never
	Members         []Member `json:"members"`
	Turns           []Turn   `json:"turns"` // of the next meetings
}

// Member is somebody in a group.
type Member struct {
	ID         app.ID `json:"id"`
	Group      app.ID `json:"group"`
	Name       string `json:"name"`
	Me         bool   `json:"me,omitempty"` // is the writer
	Setting    string `json:"setting,omitempty"`
	Experience string `json:"experience,omitempty"`
	Brings     string `json:"brings,omitempty"` // what they could help with
	Joined     string `json:"joined,omitempty"`
	Agreed     string `json:"agreed,omitempty"` // left out: when everybody did
	Left       string `json:"left,omitempty"`
	LastCase   string `json:"last_case,omitempty"` // left out: never
}

// Turn is whose turn a meeting is, by the ids of members.
type Turn struct {
	On          string `json:"on,omitempty"` // left out: no day is known
	Presents    app.ID `json:"presents,omitempty"`
	Facilitates app.ID `json:"facilitates,omitempty"`
	KeepsTime   app.ID `json:"keeps_time,omitempty"`
}

// GroupOf returns a group as it is printed; called says what a member is called.
func GroupOf(v app.GroupView, called func(app.Member) string) Group {
	return Group{
		between: between{v.ID, v.With}, Name: v.Relationship.Name, Aims: v.Aims, Guidelines: v.Guidelines, Confidentiality: v.Confidentiality,
		Agreed: string(v.Agreed), Review: string(v.Review), Missing: v.Missing, Place: v.Place, RunSheet: v.Uses.ID,
		Met: v.Met, LastMet: string(v.LastMet),
		Members: each(v.Members, func(m app.GroupMember) Member {
			return Member{
				m.ID, m.Group, called(m.Member), m.Me, m.Setting, m.Experience, m.Brings, string(m.Joined), string(m.Agreed), string(m.Left), string(m.LastCase),
			}
		}),
		Turns: each(v.Turns, func(t app.GroupTurn) Turn { return Turn{string(t.On), t.Presents, t.Facilitates, t.KeepsTime} }),
	}
}

// Meeting is a meeting of a group: who was there and whose turn it was, by the ids of
// members. Learning is the entry with what one took along.
type Meeting struct {
	ID          app.ID    `json:"id"`
	Group       app.ID    `json:"group"`
	Name        string    `json:"name"`
	Session     app.ID    `json:"session,omitempty"`
	Procedure   string    `json:"run_sheet"`
	Minutes     int       `json:"minutes"` // as arranged
	Began       time.Time `json:"began"`
	Ended       time.Time `json:"ended,omitzero"`
	Present     []app.ID  `json:"present"`
	Presents    []app.ID  `json:"presents,omitempty"` // in order
	Facilitates app.ID    `json:"facilitates,omitempty"`
	KeepsTime   app.ID    `json:"keeps_time,omitempty"`
	Learning    app.ID    `json:"learning,omitempty"`
}

// MeetingOf returns a meeting of the group of a name as it is printed.
func MeetingOf(m app.Meeting, name string) Meeting {
	return Meeting{
		ID: m.ID, Group: m.Group, Name: name, Session: m.Session, Procedure: m.Procedure, Minutes: m.Minutes, Began: m.Began, Ended: m.Ended,
		Present: m.Present, Presents: m.Presents, Facilitates: m.Facilitates, KeepsTime: m.KeepsTime, Learning: m.Learning,
	}
}

// RunSheet is how a meeting goes. Minutes are those with one case.
type RunSheet struct {
	ID      string  `json:"id"`
	Name    string  `json:"name"`
	About   string  `json:"about,omitempty"`
	Source  string  `json:"source"` // address that it was read at, or "own"
	AsOf    string  `json:"as_of"`  // the day on which it was read
	Note    string  `json:"note,omitempty"`
	Cases   string  `json:"cases,omitempty"`
	Quiet   bool    `json:"quiet,omitempty"` // nothing is noted while it goes on
	Written bool    `json:"written,omitempty"`
	Own     bool    `json:"own,omitempty"`
	Minutes int     `json:"minutes,omitempty"`
	Phases  []Phase `json:"phases,omitempty"`
}

// Phase is one part of a meeting.
type Phase struct {
	Name    string `json:"name"`
	Says    string `json:"says,omitempty"` // what to do in it, to be read out
	Minutes int    `json:"minutes"`
	Who     string `json:"who"`
	Case    bool   `json:"case,omitempty"`  // comes once for each case
	Reads   bool   `json:"reads,omitempty"` // confidentiality is read out
	Closing bool   `json:"closing,omitempty"`
}

// RunSheetOf returns a run-sheet, one's own or one that ships, as it is printed.
func RunSheetOf(p app.Procedure, own bool) RunSheet {
	one := RunSheet{
		ID: p.ID, Name: p.Name, About: p.About, Source: p.Source, AsOf: string(p.AsOf), Note: p.Note, Cases: string(p.Cases),
		Quiet: p.Quiet, Written: p.Written, Own: own, Minutes: p.Minutes(1),
	}
	for _, ph := range p.Phases {
		one.Phases = append(one.Phases, Phase{ph.Name, ph.Says, ph.Minutes, string(ph.Who), ph.Case, ph.Reads, ph.Closing})
	}
	return one
}
