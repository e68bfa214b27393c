package shown

import "aftershift/internal/app"

// Item is something to bring to a session. Its private text has no field.
type Item struct {
	ID          app.ID    `json:"id"`
	Title       string    `json:"title"`
	Words       string    `json:"words,omitempty"`
	Want        string    `json:"want,omitempty"`
	KeyQuestion string    `json:"key_question,omitempty"`
	Minutes     int       `json:"minutes,omitempty"`
	Function    string    `json:"function,omitempty"`
	Lenses      []string  `json:"lenses,omitempty"`
	Themes      []string  `json:"themes,omitempty"`
	Urgency     string    `json:"urgency,omitempty"`
	WhoKnows    string    `json:"who_knows,omitempty"` // who needs to know before the session
	Entries     []app.ID  `json:"entries,omitempty"`
	Standing    string    `json:"standing,omitempty"`
	Audience    string    `json:"audience,omitempty"`
	Created     string    `json:"created,omitempty"`
	State       string    `json:"state"`
	Session     app.ID    `json:"session,omitempty"` // whose agenda lists it
	Carried     int       `json:"carried,omitempty"`
	CarriedFrom []app.ID  `json:"carried_from,omitempty"` // sessions it left undiscussed
	Parked      Lot       `json:"parked,omitzero"`
	MergedInto  app.ID    `json:"merged_into,omitempty"` // of a withdrawn item
	Became      string    `json:"became,omitempty"`      // in a session: what it made of the item
	Outcome     *Outcome  `json:"outcome,omitempty"`
	Earlier     []Outcome `json:"earlier,omitempty"` // the oldest first
}

// Lot is where an item is parked.
type Lot struct {
	With      app.ID `json:"with,omitempty"`
	Elsewhere string `json:"elsewhere,omitempty"`
}

// Outcome is what came out of an item in one session.
type Outcome struct {
	Session    app.ID     `json:"session"`
	Kind       string     `json:"kind,omitempty"`
	Text       string     `json:"text,omitempty"`
	Decision   string     `json:"decision,omitempty"`
	Rationale  string     `json:"rationale,omitempty"`
	DecidedBy  string     `json:"decided_by,omitempty"`
	CaseRecord CaseRecord `json:"case_record,omitzero"`
	Minutes    int        `json:"minutes,omitempty"` // spent
}

// ItemOf returns an item with all that came out of it, in whichever session.
func ItemOf(it app.Item) Item {
	shown := bare(it)
	shown.Earlier = some(it.Earlier, outcomeOf)
	if it.Outcome != nil {
		o := outcomeOf(*it.Outcome)
		shown.Outcome = &o
	}
	return shown
}

// AccountOf returns an item as it stands in a session: with what came out of it
// there, and what was made of it; while that is nothing, with how urgent it is.
// What came out of it in other sessions is left out.
func AccountOf(a app.Account) Item {
	shown := bare(a.Item)
	if shown.Became = string(a.Became()); shown.Became != "" {
		shown.Urgency = ""
	}
	if a.Outcome != (app.Outcome{}) {
		o := outcomeOf(a.Outcome)
		shown.Outcome = &o
	}
	return shown
}

// bare returns an item without what came out of it.
func bare(it app.Item) Item {
	return Item{
		ID: it.ID, Title: it.Title, Words: it.Words, Want: string(it.Want), KeyQuestion: it.KeyQuestion, Minutes: it.Minutes,
		Function: string(it.Function), Lenses: words(it.Lenses), Themes: words(it.Themes), Urgency: string(it.Urgency),
		WhoKnows: it.WhoKnows, Entries: it.Entries, Standing: string(it.Standing), Audience: string(it.Audience),
		Created: string(it.Created), State: string(it.State), Session: it.Session, Carried: it.Carried, CarriedFrom: it.CarriedFrom,
		Parked: Lot{With: it.Parked.With, Elsewhere: string(it.Parked.Elsewhere)}, MergedInto: it.MergedInto,
	}
}

func outcomeOf(o app.Outcome) Outcome {
	return Outcome{
		Session: o.Session, Kind: string(o.Kind), Text: o.Text, Decision: o.Decision, Rationale: o.Rationale, DecidedBy: o.DecidedBy,
		CaseRecord: CaseRecord{Belongs: o.CaseRecord.Belongs, Done: o.CaseRecord.Done}, Minutes: o.Minutes,
	}
}
