package shown

import "aftershift/internal/app"

// Action is something that somebody has taken on.
type Action struct {
	ID        app.ID `json:"id"`
	Text      string `json:"text"`
	Owner     string `json:"owner"`
	OwnerName string `json:"owner_name,omitempty"` // of another than writer and supervisor
	Due       string `json:"due,omitempty"`
	State     string `json:"state"`
	Reason    string `json:"reason,omitempty"` // why it was given up
	origin
	Created   string `json:"created,omitempty"`
	DoneOn    string `json:"done_on,omitempty"`
	DidItWork string `json:"did_it_work,omitempty"` // yes, in_part, no; left out: not said
}

// ActionOf returns an action as it is printed.
func ActionOf(a app.Action) Action {
	return Action{
		ID: a.ID, Text: a.Text, Owner: string(a.Owner), OwnerName: a.OwnerName, Due: string(a.Due), State: string(a.State),
		Reason: a.Reason, origin: origin{a.Item, a.Session, a.Entries}, Created: string(a.Created),
		DoneOn: string(a.DoneOn), DidItWork: string(a.DidItWork),
	}
}

// Supervisor is somebody, or a group, with whom one has supervision.
type Supervisor struct {
	ID           app.ID   `json:"id"`
	Name         string   `json:"name"`
	Kind         string   `json:"kind"`
	Mentoring    string   `json:"mentoring,omitempty"`      // of a mentor alone
	Also         []string `json:"also_mentoring,omitempty"` // further kinds of it
	Role         string   `json:"role,omitempty"`
	Contact      string   `json:"contact,omitempty"`
	Credential   string   `json:"credential,omitempty"`
	Offer        string   `json:"offer,omitempty"`
	Seek         string   `json:"seek,omitempty"`
	Goals        string   `json:"goals,omitempty"`
	Topics       string   `json:"topics,omitempty"`
	CadenceDays  int      `json:"cadence_days,omitempty"` // agreed; left out: none
	UsualMinutes int      `json:"usual_minutes,omitempty"`
	Audience     string   `json:"audience,omitempty"`
	Standing     []string `json:"standing,omitempty"` // begins every agenda, in order
	Since        string   `json:"since,omitempty"`    // when it was added
	Archived     bool     `json:"archived,omitempty"`
}

// SupervisorOf returns somebody as they are printed.
func SupervisorOf(r app.Relationship) Supervisor {
	return Supervisor{
		ID: r.ID, Name: r.Name, Kind: string(r.Kind), Mentoring: string(r.Mentoring), Also: words(r.Also), Role: r.Role, Contact: r.Contact,
		Credential: r.Credential, Offer: r.Offer, Seek: r.Seek, Goals: r.Goals, Topics: r.Topics, CadenceDays: r.CadenceDays,
		UsualMinutes: r.UsualMinutes, Audience: string(r.Audience), Standing: words(r.Standing), Since: string(r.Since), Archived: r.Archived,
	}
}
