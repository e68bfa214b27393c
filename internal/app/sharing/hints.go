package sharing

import (
	"slices"
	"strings"
	"time"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"aftershift/internal/app/core"
	"aftershift/internal/journal"
	"aftershift/internal/redact"
)

// NameHint is a place in a text that surely names somebody, in bytes. Instead is what
// could stand there: the code of somebody in the register, or a word for a number
// or a place; "" where there is nothing to offer.
type NameHint struct {
	Start, End int
	Person     bool // a person's name
	Registered bool // somebody in the register
	Instead    string
}

// HintsExplained tells whether it was said already what a dotted line means.
func (d *Desk) HintsExplained() bool { return d.Settings().HintsExplained }

// ExplainedHints keeps that it was said. It gives the errors of SetSettings.
func (d *Desk) ExplainedHints() error {
	return d.SetSettings(func(s *core.Settings) { s.HintsExplained = true })
}

// NameHints gives the places in one paragraph that surely name somebody, in order. It
// takes some milliseconds for each KB. It gives the errors of App.Engine.
func (d *Desk) NameHints(paragraph string) ([]NameHint, error) {
	engine, err := d.App().Engine()
	if err != nil {
		return nil, err
	}
	var hints []NameHint
	names := namesOf(d.register(0))
	for _, f := range engine.Scan([]redact.Part{{Text: paragraph}}, d.redactOptions(CopyOf{}, 0)).Findings() {
		if !f.Certain {
			continue
		}
		h := NameHint{Start: f.Start, End: f.End, Instead: f.Replacement}
		if f.Type == redact.TypePerson {
			h.Registered = slices.ContainsFunc(nameWords(paragraph[f.Start:f.End]), func(w string) bool { return names[w] })
		}
		h.Person = f.Type == redact.TypePerson
		if h.Person && !h.Registered {
			h.Instead = "" // letters that are given out for one paragraph say nothing in the next
		}
		hints = append(hints, h)
	}
	return hints, nil
}

// namesOf gives the words of all names in the register.
func namesOf(people []redact.Person) map[string]bool {
	names := map[string]bool{}
	for _, p := range people {
		for _, form := range p.Forms {
			for _, w := range nameWords(form) {
				names[w] = true
			}
		}
	}
	return names
}

// nameWords gives the words of a name in small letters as a reader sees them: without
// characters that show nothing, and a letter of another width or shape as the letter.
func nameWords(text string) []string {
	text = strings.ToLower(norm.NFKC.String(strings.Map(func(r rune) rune {
		if unicode.In(r, unicode.Cf, unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector) {
			return -1
		}
		return r
	}, text)))
	return strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) })
}

const (
	// hintPause is how long nothing is typed before hints are looked for.
	hintPause = 50 * time.Millisecond
	// hintStretch is how much of a paragraph is read at once, in bytes.
	hintStretch = 4 << 10
	// hintWhole is up to which length a text is read as a whole, in bytes: one
	// paragraph may tell that a word of another is a name.
	hintWhole = 2 << 10
)

// Hinting is what a Hinter is given of the program around it.
type Hinting struct {
	Scan   func(paragraph string) ([]NameHint, error)     // is called elsewhere
	After  func(d time.Duration, fn func()) (stop func()) // runs fn later, where Changed is called
	Aside  func(fn func())                                // runs fn elsewhere
	Do     func(fn func())                                // runs fn where Changed is called
	Show   func(hints []NameHint)                         // takes the hints of the text as it is
	Failed func(err error)                                // is told once what kept hints from being found
}

// Hinter keeps the hints of one text up to date while it is written: it waits for
// a pause, reads the paragraphs that have changed, elsewhere, and drops what was
// found in a text that has changed since. All methods are called on one goroutine.
type Hinter struct {
	Hinting
	text       string
	fine       map[string]bool
	known      map[string][]NameHint // of the last reading, by paragraph; the reading's own
	begun      bool                  // something was read
	fresh      bool                  // what is known counts no longer
	busy, late bool
	failed     bool
	stop       func()
}

// NewHinter gives a hinter of an empty text.
func NewHinter(h Hinting) *Hinter {
	return &Hinter{Hinting: h, fine: map[string]bool{}, stop: func() {}}
}

// Changed takes the text as it is now.
func (h *Hinter) Changed(text string) {
	if text == h.text && h.begun {
		return
	}
	h.text, h.begun = text, true
	h.stop()
	h.stop = h.After(hintPause, h.look)
}

// Fine takes words that need no hint in this text any more.
func (h *Hinter) Fine(words string) {
	h.fine[words] = true
	h.look()
}

// Again reads everything once more, as after a change of the register.
func (h *Hinter) Again() {
	h.fresh = true
	h.look()
}

// Close ends waiting. Nothing is shown any more.
func (h *Hinter) Close() {
	h.stop()
	h.Show = func([]NameHint) {}
}

// look reads the text elsewhere, one reading after the other.
func (h *Hinter) look() {
	if h.busy {
		h.late = true
		return
	}
	h.busy, h.late = true, false
	text, known := h.text, h.known
	if h.fresh {
		known, h.fresh = nil, false
	}
	h.Aside(func() {
		next, err := readHints(text, known, h.Scan)
		h.Do(func() { h.arrived(text, next, err) })
	})
}

func (h *Hinter) arrived(text string, known map[string][]NameHint, err error) {
	h.busy = false
	switch {
	case err != nil:
		if !h.failed {
			h.failed = true
			h.Failed(err)
		}
	default:
		h.known = known
		if text == h.text {
			h.Show(h.of(text))
		}
	}
	if h.late {
		h.look()
	}
}

// of gives the hints of a text whose paragraphs are known.
func (h *Hinter) of(text string) (all []NameHint) {
	at := 0
	for _, p := range stretches(text) {
		for _, one := range h.known[p] {
			if !h.fine[p[one.Start:one.End]] {
				one.Start, one.End = one.Start+at, one.End+at
				all = append(all, one)
			}
		}
		at += len(p)
	}
	return all
}

// readHints gives the hints of each paragraph of text, from known where they are
// there.
func readHints(text string, known map[string][]NameHint, scan func(string) ([]NameHint, error)) (map[string][]NameHint, error) {
	next := map[string][]NameHint{}
	for _, p := range stretches(text) {
		if _, read := next[p]; read || strings.TrimSpace(p) == "" {
			continue
		}
		hints, had := known[p]
		if !had {
			var err error
			if hints, err = scan(p); err != nil {
				return nil, err
			}
		}
		next[p] = hints
	}
	return next, nil
}

// stretches gives the paragraphs of text with their line breaks, long ones in
// parts that end behind a space, and a short text as it is. Together they are the
// text.
func stretches(text string) (all []string) {
	if text != "" && len(text) <= hintWhole {
		return []string{text}
	}
	for text != "" {
		end := strings.IndexByte(text, '\n') + 1
		if end == 0 {
			end = len(text)
		}
		if end > hintStretch {
			if cut := strings.LastIndexByte(text[:hintStretch], ' ') + 1; cut > 0 {
				end = cut
			}
		}
		all = append(all, text[:end])
		text = text[end:]
	}
	return all
}

// StartFromWords gives a passage of the user's own text with whoever and
// whatever it names masked, as a first version of the words to share. Nothing
// is kept: the user goes on from there. It gives the errors of App.Engine.
func (d *Desk) StartFromWords(passage string) (string, error) {
	engine, err := d.App().Engine()
	if err != nil {
		return "", err
	}
	masked, _ := engine.Mask(passage, d.redactOptions(CopyOf{Strict: true}, 0))
	return strings.TrimSpace(masked), nil
}

// register gives who must be caught: the user's register, the people they have
// supervision with, and those in their groups. The one that is named stands by the role alone.
func (d *Desk) register(named journal.ID) []redact.Person {
	var all []redact.Person
	for _, p := range d.People() {
		all = append(all, p.Person)
	}
	b := d.Library().Board()
	for _, r := range b.Relationships() {
		p := redact.Person{Forms: []string{r.Name}, Role: d.App().Words().T("people.role_of." + string(r.Kind))}
		if r.ID == named {
			p.Code = p.Role
		}
		all = append(all, p)
	}
	for _, m := range membersOf(b) {
		all = append(all, redact.Person{Forms: []string{m.Name}, Role: d.App().Words().T("people.role_of.peer")})
	}
	return all
}
