package journal

import (
	"slices"
	"strings"
	"time"
	"unicode"

	"aftershift/internal/fault"
)

// Flag says whether an entry is to be brought to supervision.
type Flag string

// The flags. The empty flag means: not for supervision.
const (
	NoFlag Flag = ""
	Next   Flag = "next"   // the next supervision
	Urgent Flag = "urgent" // before then, or first thing
)

// Share is what of an entry may be read by somebody else. It is written beside
// the private text and never made from it without the writer.
type Share struct {
	Title    string `json:"title,omitempty"`
	Words    string `json:"words,omitempty"`
	Want     string `json:"want,omitempty"`      // one of supervision's wants; "" for its default
	Minutes  int    `json:"minutes,omitempty"`   // 0 for the default
	WhoKnows string `json:"who_knows,omitempty"` // who needs to know before then; asked when urgent
}

// Ready tells whether there is enough to put it on an agenda.
func (s Share) Ready() bool {
	return !Blank(s.Title) && !Blank(s.Words)
}

// CaseRecord says whether facts of this entry belong in the official record,
// and whether they have been put there. Note is the writer's reminder.
type CaseRecord struct {
	Belongs bool   `json:"belongs,omitempty"`
	Done    bool   `json:"done,omitempty"`
	Note    string `json:"note,omitempty"`
}

// Entry is one reflection.
type Entry struct {
	ID         ID         `json:"id"`
	Title      string     `json:"title"`
	Template   TemplateID `json:"template"`
	Sections   []Section  `json:"sections"`
	Date       Date       `json:"date"`    // the day it is about
	Written    time.Time  `json:"written"` // when it was begun
	Updated    time.Time  `json:"updated"` // when it was last saved
	Themes     []ThemeID  `json:"themes,omitempty"`
	Impact     Impact     `json:"impact,omitzero"`
	Flag       Flag       `json:"flag,omitempty"`
	Share      Share      `json:"share,omitzero"`
	CaseRecord CaseRecord `json:"case_record,omitzero"`
	Enough     bool       `json:"enough,omitempty"`  // a short note that needs no more than it says
	Again      Date       `json:"again,omitempty"`   // the day on which to look at it again
	Links      []ID       `json:"links,omitempty"`   // the entries that it belongs together with
	Graphic    []string   `json:"graphic,omitempty"` // passages of the text, word for word, that are folded when it is read again
	Revision   int        `json:"revision"`          // 1 after the first save
	Trashed    *time.Time `json:"trashed,omitempty"` // when it was deleted; nil while it is not
}

// Limits of an entry. They keep a hostile or mistaken import from filling the
// memory; nobody who writes by hand meets them.
const (
	MaxText     = 10 << 20 // bytes of all sections together
	MaxSections = 100
	MaxTitle    = 1000 // bytes
	MaxThemes   = 50
	MaxLinks    = 50
	MaxShare    = 64 << 10 // bytes of the words to share
	MaxNote     = 64 << 10 // bytes of a note to oneself
)

// New gives an empty entry with the template's sections, about the day that now
// falls on.
func New(id ID, template TemplateID, now time.Time) Entry {
	return Entry{
		ID: id, Template: template, Sections: Switch(nil, TemplateByID(template)),
		Date: DateOf(now), Written: now, Updated: now,
	}
}

// Validate gives fault.Invalid when the entry breaks a rule: an id, a date, the
// limits above, known feelings, kinds, needs and flags. An empty text is valid:
// a mark alone can be worth keeping.
func (e Entry) Validate() error {
	size := 0
	for _, s := range e.Sections {
		size += len(s.Text)
	}
	switch {
	case e.ID <= 0:
		return fault.New(fault.Invalid, "check entry: no id")
	case size > MaxText:
		return fault.New(fault.Invalid, "check entry: text over 10 MB")
	case len(e.Title) > MaxTitle:
		return fault.New(fault.Invalid, "check entry: title too long")
	case len(e.Sections) > MaxSections:
		return fault.New(fault.Invalid, "check entry: too many sections")
	case len(e.CaseRecord.Note) > MaxNote:
		return fault.New(fault.Invalid, "check entry: note too long")
	case len(e.Themes) > MaxThemes:
		return fault.New(fault.Invalid, "check entry: too many themes")
	case len(e.Links) > MaxLinks || slices.Contains(e.Links, e.ID):
		return fault.New(fault.Invalid, "check entry: links")
	case len(e.Graphic) > MaxGraphic || len(strings.Join(e.Graphic, "")) > MaxText:
		return fault.New(fault.Invalid, "check entry: graphic passages")
	case e.Again != "" && e.Again.Validate() != nil:
		return fault.New(fault.Invalid, "check entry: the day to look again")
	case len(e.Share.Title) > MaxTitle || len(e.Share.Words) > MaxShare || len(e.Share.WhoKnows) > MaxTitle:
		return fault.New(fault.Invalid, "check entry: words to share too long")
	case e.Share.Minutes < 0 || e.Share.Minutes > 480:
		return fault.New(fault.Invalid, "check entry: minutes")
	case !slices.Contains([]Flag{NoFlag, Next, Urgent}, e.Flag):
		return fault.New(fault.Invalid, "check entry: flag")
	}
	if err := e.Date.Validate(); err != nil {
		return err
	}
	return e.Impact.validate()
}

// Known reports whether every mark of the entry is one that this version knows;
// others come from a later one.
func (e Entry) Known() bool {
	return slices.Contains([]Flag{NoFlag, Next, Urgent}, e.Flag) && e.Impact.known() == nil
}

// Empty tells whether the writer has put nothing in yet, so that it need not be
// kept.
func (e Entry) Empty() bool {
	for _, s := range e.Sections {
		if !Blank(s.Text) {
			return false
		}
	}
	return Blank(e.Title) && len(e.Themes) == 0 && e.Impact.empty() &&
		e.Flag == NoFlag && e.Share == Share{} && e.CaseRecord == CaseRecord{} && e.Again == "" && len(e.Links) == 0
}

// TakeMarks gives the entry every mark of another version of it: all but its text and
// whether it is in the trash.
func (e *Entry) TakeMarks(from Entry) {
	from = from.Clone()
	e.Themes, e.Impact, e.Flag, e.Share = from.Themes, from.Impact, from.Flag, from.Share
	e.CaseRecord, e.Date = from.CaseRecord, from.Date
	e.Enough, e.Again, e.Links, e.Graphic = from.Enough, from.Again, from.Links, from.Graphic
}

// Late tells whether it was written on a later day than the one it is about.
func (e Entry) Late() bool { return DateOf(e.Written) > e.Date }

// Text gives the sections joined by blank lines.
func (e Entry) Text() string {
	parts := make([]string, 0, len(e.Sections))
	for _, s := range e.Sections {
		if s.Text != "" {
			parts = append(parts, s.Text)
		}
	}
	return strings.Join(parts, "\n\n")
}

// SameText reports whether title, template and sections are those of another.
func (e Entry) SameText(other Entry) bool {
	return e.Title == other.Title && e.Template == other.Template && slices.Equal(e.Sections, other.Sections)
}

// Clone gives a copy that shares no slice with e.
func (e Entry) Clone() Entry {
	e.Sections = slices.Clone(e.Sections)
	e.Themes = slices.Clone(e.Themes)
	e.Links, e.Graphic = slices.Clone(e.Links), slices.Clone(e.Graphic)
	e.Impact.Feelings = slices.Clone(e.Impact.Feelings)
	e.Impact.Kinds = slices.Clone(e.Impact.Kinds)
	e.Impact.Earlier = slices.Clone(e.Impact.Earlier)
	e.Impact.Affect = cloned(e.Impact.Affect)
	e.Trashed = cloned(e.Trashed)
	return e
}

func cloned[T any](p *T) *T {
	if p == nil {
		return nil
	}
	copied := *p
	return &copied
}

// Excerpt gives the first runes of text on one line, each run of white space as
// one space, cut to limit runes with an ellipsis as the last. It reads no
// further than it needs, and gives valid UTF-8 for any text.
func Excerpt(text string, limit int) string {
	limit = max(limit, 1)
	line := make([]rune, 0, limit+2)
	gap := false
	for _, r := range text {
		if unicode.IsSpace(r) {
			gap = len(line) > 0
			continue
		}
		if gap {
			line = append(line, ' ')
			gap = false
		}
		if line = append(line, r); len(line) > limit {
			return strings.TrimRight(string(line[:limit-1]), " ") + "…"
		}
	}
	return string(line)
}
