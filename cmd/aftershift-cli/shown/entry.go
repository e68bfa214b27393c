package shown

import (
	"time"

	"aftershift/internal/app"
)

// Entry is an entry as show --json prints it and add --json takes it: the
// writer's own words, private ones among them.
type Entry struct {
	ID         app.ID     `json:"id"`
	Title      string     `json:"title"`
	Template   string     `json:"template"`
	Sections   []Section  `json:"sections"`
	Date       string     `json:"date"`
	Written    time.Time  `json:"written"`
	Updated    time.Time  `json:"updated"`
	Themes     []string   `json:"themes,omitempty"`
	Impact     Impact     `json:"impact,omitzero"`
	Flag       string     `json:"flag,omitempty"`
	Share      Share      `json:"share,omitzero"`
	CaseRecord CaseRecord `json:"case_record,omitzero"`
	Enough     bool       `json:"enough,omitempty"`  // a short note that needs no more
	Again      string     `json:"again,omitempty"`   // the day on which to look at it again
	Links      []app.ID   `json:"links,omitempty"`   // entries that it belongs together with
	Graphic    []string   `json:"graphic,omitempty"` // passages that are folded when it is read again
	Revision   int        `json:"revision"`
	Trashed    *time.Time `json:"trashed,omitempty"`
}

// Section is one part of an entry's private text.
type Section struct {
	Key  string `json:"key"`
	Text string `json:"text"`
	From string `json:"from,omitempty"` // the key under which it was written, where that is another
}

// Impact is what the shift left in the writer.
type Impact struct {
	marks
	Feelings []string `json:"feelings,omitempty"`
	Affect   *Affect  `json:"affect,omitempty"`
	Body     string   `json:"body,omitempty"`
	Kinds    []string `json:"kinds,omitempty"`
	Need     string   `json:"need,omitempty"`
	Rated    string   `json:"rated,omitempty"`   // the day of carrying; "": as it was written
	Earlier  []Rating `json:"earlier,omitempty"` // what carrying was before, the oldest first
}

// Rating is what of an entry was still carried on a day.
type Rating struct {
	On       string    `json:"on"`
	Carrying app.Level `json:"carrying"`
}

// Affect is a place on the map of feeling, each from -2 to 2.
type Affect struct {
	Valence int8 `json:"valence"`
	Energy  int8 `json:"energy"`
}

// Share is what of an entry may be read by somebody else.
type Share struct {
	Title    string `json:"title,omitempty"`
	Words    string `json:"words,omitempty"`
	Want     string `json:"want,omitempty"`
	Minutes  int    `json:"minutes,omitempty"`
	WhoKnows string `json:"who_knows,omitempty"`
}

// CaseRecord says whether facts belong in the official record, and are there.
type CaseRecord struct {
	Belongs bool   `json:"belongs,omitempty"`
	Done    bool   `json:"done,omitempty"`
	Note    string `json:"note,omitempty"`
}

// Overview is what list and search print of an entry.
type Overview struct {
	ID      app.ID    `json:"id"`
	Title   string    `json:"title"`
	Date    string    `json:"date"`
	Written time.Time `json:"written"`
	Updated time.Time `json:"updated"`
	Themes  []string  `json:"themes,omitempty"`
	marks
	Flag       string     `json:"flag,omitempty"`
	Share      Share      `json:"share,omitzero"`
	CaseRecord CaseRecord `json:"case_record,omitzero"`
	Excerpt    string     `json:"excerpt,omitempty"`
	Enough     bool       `json:"enough,omitempty"` // a short note that needs no more
	Again      string     `json:"again,omitempty"`  // the day on which to look at it again
	Revision   int        `json:"revision"`
	Trashed    *time.Time `json:"trashed,omitempty"`
}
