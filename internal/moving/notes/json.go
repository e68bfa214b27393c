package notes

import (
	"encoding/json"
	"path"
	"regexp"
	"slices"
	"strings"
	"time"
)

// dayOneEntry is an entry as Day One exports it, as far as it is read.
type dayOneEntry struct {
	Text     string   `json:"text"`
	Creation string   `json:"creationDate"`
	Zone     string   `json:"timeZone"`
	Tags     []string `json:"tags"`
	Photos   []medium `json:"photos"`
	Videos   []medium `json:"videos"`
	Audios   []medium `json:"audios"`
	PDFs     []medium `json:"pdfAttachments"`
	Location struct {
		Place string `json:"placeName"`
		Town  string `json:"localityName"`
	} `json:"location"`
	Weather struct {
		Conditions string `json:"conditionsDescription"`
	} `json:"weather"`
	Starred  bool   `json:"starred"`
	Pinned   bool   `json:"isPinned"`
	AllDay   bool   `json:"isAllDay"`
	Modified string `json:"modifiedDate"`
	Device   string `json:"creationDevice"`
	Rich     rich   `json:"richText"`

	// An entry as jrnl exports it.
	Title string `json:"title"`
	Body  string `json:"body"`
	Date  string `json:"date"`
	Time  string `json:"time"`
}

// medium is a picture, sound or file of an entry, by what names it in the export.
type medium struct {
	ID     string `json:"identifier"`
	Name   string `json:"filename"`
	PDF    string `json:"pdfName"`
	MD5    string `json:"md5"`
	Type   string `json:"type"`
	Format string `json:"format"`
}

// readJSON reads an export of Day One or of jrnl, which their fields tell apart.
// One entry whose time is missing or can't be read makes the whole file broken. A file
// without a list of entries is of another program.
func readJSON(_ string, raw []byte) ([]Note, error) {
	text, err := textOf(raw)
	if err != nil {
		return nil, err
	}
	var file struct {
		Entries []dayOneEntry `json:"entries"`
	}
	if json.Unmarshal([]byte(text), &file) != nil {
		return nil, unread{Broken}
	}
	if file.Entries == nil {
		return nil, unread{Unknown}
	}
	all := make([]Note, 0, len(file.Entries))
	for _, e := range file.Entries {
		n, ok := e.note()
		if !ok {
			return nil, unread{Broken}
		}
		all = append(all, n)
	}
	return all, nil
}

// note gives the entry as Day One's or as jrnl's, and false where it has no time.
func (e dayOneEntry) note() (Note, bool) {
	switch {
	case e.Creation != "":
		return e.dayOne()
	case e.Date != "":
		return e.jrnl()
	}
	return Note{}, false
}

// moments are the places of pictures in a text of Day One; escaped what it puts a
// backslash before.
var (
	moments = later(`!\[[^\]\n]{0,300}\]\(dayone-moment:/*([^)\n]{0,300})\)`)
	escaped = regexp.MustCompile("\\\\([!-/:-@\\[-`{-~])")
)

// dayOne gives an entry of Day One, false where its time can't be read. An entry of
// pictures alone gets their names as its text, and fields that aren't taken are told.
func (e dayOneEntry) dayOne() (Note, bool) {
	at, err := time.Parse(time.RFC3339, e.Creation)
	if err != nil {
		return Note{}, false
	}
	n := Note{At: at, UTC: true, Zone: e.Zone, Tags: e.Tags}
	text := strings.ReplaceAll(e.Text, "\uFFFC", "") // where a picture stood
	n.Text = strings.TrimSpace(e.named(escaped.ReplaceAllString(text, "$1")))
	if n.Text == "" {
		n.Text = e.Rich.words()
	}
	if title, rest, ok := heading(n.Text); ok {
		n.Title, n.Text = title, rest
	}
	for _, m := range e.media() {
		n.Beside = append(n.Beside, m.name())
	}
	if n.Title == "" && n.Text == "" {
		n.Text = bracketed(n.Beside)
	}
	for field, there := range map[string]bool{
		"location": e.Location.Place+e.Location.Town != "", "weather": e.Weather.Conditions != "", "starred": e.Starred,
		"isPinned": e.Pinned, "isAllDay": e.AllDay, "creationDevice": e.Device != "", "modifiedDate": e.Modified != "" && e.Modified != e.Creation,
	} {
		if there {
			n.Left = append(n.Left, field)
		}
	}
	return n, true
}

// media gives all that is attached, in the order in which it is told.
func (e dayOneEntry) media() []medium { return slices.Concat(e.Photos, e.Videos, e.Audios, e.PDFs) }

// named puts the name of a picture, in brackets, where the text shows it: the file itself
// stays where it is.
func (e dayOneEntry) named(text string) string {
	return moments().ReplaceAllStringFunc(text, func(moment string) string {
		id := path.Base(moments().FindStringSubmatch(moment)[1])
		for _, m := range e.media() {
			if m.ID == id && id != "" {
				return bracketed([]string{strings.TrimSpace(m.PDF + " " + m.name())})
			}
		}
		return bracketed([]string{"…"})
	})
}

// bracketed gives names in brackets, a line each.
func bracketed(names []string) string {
	lines := make([]string, len(names))
	for i, name := range names {
		lines[i] = "[" + name + "]"
	}
	return strings.Join(lines, "\n")
}

// name gives the file's name; what has none lies in the export under its checksum.
func (m medium) name() string {
	if m.Name != "" {
		return path.Base(m.Name)
	}
	end := m.Type
	if end == "" {
		end = m.Format
	}
	return m.MD5 + "." + end
}

// rich is a text of Day One in pieces, as JSON or as JSON within a string. Its words
// stand in the field beside it, too; where they don't, they are taken from here.
type rich struct {
	Contents []struct {
		Text       string `json:"text"`
		Attributes struct {
			Line json.RawMessage `json:"line"`
		} `json:"attributes"`
	} `json:"contents"`
}

// UnmarshalJSON takes either form. What is neither says nothing, and is no error.
func (r *rich) UnmarshalJSON(raw []byte) error {
	var text string
	if json.Unmarshal(raw, &text) == nil {
		raw = []byte(text)
	}
	type plain rich
	_ = json.Unmarshal(raw, (*plain)(r))
	return nil
}

// words gives the pieces as text, those that are lines a line each.
func (r rich) words() string {
	var text strings.Builder
	for _, piece := range r.Contents {
		text.WriteString(strings.ReplaceAll(piece.Text, "\uFFFC", ""))
		if len(piece.Attributes.Line) > 0 && !strings.HasSuffix(piece.Text, "\n") {
			text.WriteString("\n")
		}
	}
	return strings.TrimSpace(text.String())
}

// jrnl gives an entry of jrnl, whose times are those of the clock on the wall.
func (e dayOneEntry) jrnl() (Note, bool) {
	n := Note{Title: strings.TrimSpace(e.Title), Text: strings.TrimSpace(e.Body), Tags: words(anyOf(e.Tags))}
	if n.Text == "" {
		n.Title, n.Text = "", n.Title
	}
	if e.Starred {
		n.Left = []string{"starred"}
	}
	text := e.Date
	if e.Time != "" {
		text += " " + e.Time
	}
	return n, n.read(text)
}

// anyOf makes of tags the list that words takes, as YAML gives it.
func anyOf(all []string) []any {
	out := make([]any, len(all))
	for i, one := range all {
		out[i] = one
	}
	return out
}
