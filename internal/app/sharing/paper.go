package sharing

import (
	"fmt"
	"regexp"
	"strings"
	"time"

	"aftershift/internal/app/core"
	"aftershift/internal/document"
	"aftershift/internal/journal"
	"aftershift/internal/redact"
	"aftershift/internal/supervision"
)

// Paper is a document that can be made for somebody: which one, and of what.
// AgendaPaper, RunSheet, RecordPaper, FactsPaper, EntriesPaper, CasePaper, DigestPaper,
// HoursPaper, CPDPaper, EvidencePaper, AgreementPaper, HandoverPaper, EvaluationPaper,
// CardPaper, PracticesPaper, GroupSheet and RoundPaper are all there are.
type Paper interface {
	// Name is what the register of copies calls it, and the end of the text keys
	// that name it: "copy.title.", "copy.of.", "copy.kind.".
	Name() string
	// kind is what its file may be called.
	kind() document.Kind
	// draft lays it out on s. It gives the errors of reading what it is of.
	draft(d *Desk, s *drafting) error
	// enter says in a line of the register what it is of.
	enter(line *SharedCopy)
}

// SameMatter reports whether both requests are for the same paper of the same
// thing, so that what was decided for one holds for the other.
func (of CopyOf) SameMatter(other CopyOf) bool { return matter(of.Paper) == matter(other.Paper) }

func matter(p Paper) string {
	p = CopyOf{Paper: p}.Including(Inclusion{}).Paper
	return fmt.Sprintf("%T %v", p, p)
}

// drafting is a paper while it is laid out: its header and blocks, and the texts
// that will be reviewed, in whose place parts stand.
type drafting struct {
	audience supervision.Audience
	profile  core.Profile             // says what the audience may read
	with     supervision.Relationship // who is named in the header; ID 0: nobody
	when     time.Time                // of the session; zero: there is none

	named func(section string) string // what the writer headed a section; "" for one of the program's

	header  []document.Field
	parties []string // named in it
	blocks  []document.Block
	end     []document.Block // what the paper ends with, whatever else is in it
	foot    document.Phrase  // says what the paper is; zero: a reflective note
	parts   []redact.Part
	items   int // that have a number
	stand   int // of what was asked for by name; see Copy.Stand
}

// words takes a text in and gives the place where it will stand once reviewed.
func (s *drafting) words(text string) document.Phrase {
	s.parts = append(s.parts, redact.Part{Key: "field", Text: strings.TrimSpace(text)})
	return document.Part(len(s.parts) - 1)
}

// theme takes a theme's name in: of those that come with the program nothing is asked.
func (s *drafting) theme(d *Desk, name string) document.Phrase {
	place := s.words(name)
	if d.ShipsTheme(name) {
		s.parts[len(s.parts)-1].Key = themePart
	}
	return place
}

// themePart is the key of a part that is the name of a theme of the program's own.
const themePart = "theme"

// sign ends the paper with places to sign, on the page of what stands above them: nobody
// signs a page without it.
func (s *drafting) sign(places document.Block) {
	last := []document.Block{document.Paragraph{}, places}
	for n := len(s.blocks); n > 0; n = len(s.blocks) {
		block := s.blocks[n-1]
		_, heads := block.(document.Heading)
		if len(last) > 2 && !heads {
			break // what stands above is a section of its own
		}
		last, s.blocks = append([]document.Block{block}, last...), s.blocks[:n-1]
	}
	together := document.Together{Blocks: last}
	if len(last) == 2 {
		s.end = append(s.end, together) // signatures alone are nothing to share
		return
	}
	s.add(together)
}

// may reports whether a field may be in the paper.
func (s *drafting) may(f core.Field) bool { return s.profile.Allows(f) }

func (s *drafting) add(blocks ...document.Block) { s.blocks = append(s.blocks, blocks...) }

// text gives a paragraph of the text; nothing where it is empty.
func (s *drafting) text(text string) []document.Block {
	if strings.TrimSpace(text) == "" {
		return nil
	}
	return []document.Block{document.Paragraph{Text: s.words(text)}}
}

// section gives the text under a heading; nothing where it is empty.
func (s *drafting) section(level int, label, text string) []document.Block {
	body := s.text(text)
	if body == nil {
		return nil
	}
	return append([]document.Block{document.Heading{Level: level, Text: document.Label(label)}}, body...)
}

// arranged gives the text of an entry's section under its heading, which is reviewed like
// the text where the writer worded it.
func (s *drafting) arranged(level int, of journal.TemplateID, section, text string) []document.Block {
	if own := s.named(section); own != "" && strings.TrimSpace(text) != "" {
		return append([]document.Block{document.Heading{Level: level, Text: s.words(own)}}, s.text(text)...)
	}
	return s.section(level, of.Heading(section), text)
}

// item gives the heading of the next item, with its number.
func (s *drafting) item(level int, title, under document.Phrase) document.Block {
	s.items++
	return document.Heading{Level: level, Text: document.Join(document.Label("copy.number", s.items), title), Under: under}
}

// matter gives an agenda item under its title: in the program's own words for a
// standing one.
func (s *drafting) matter(level int, it supervision.AgendaItem, under document.Phrase) []document.Block {
	if it.Standing != "" && strings.TrimSpace(it.Words) == "" {
		return []document.Block{s.item(level, document.Label("standing."+string(it.Standing)), under)}
	}
	return s.titled(level, it.Title, it.Words, under)
}

// titled gives words under their title. A title that is only how the words begin
// is not said twice, and where there is none the program's own words head them.
func (s *drafting) titled(level int, title, words string, under document.Phrase) []document.Block {
	head, rest := opening(title, words)
	heading := document.Label("copy.untitled")
	if head != "" {
		heading = s.words(head)
	}
	return append([]document.Block{s.item(level, heading, under)}, s.text(rest)...)
}

// mostHead is how many bytes of words may stand above the rest as their title.
const mostHead = 120

// opening cuts words whose title is how they begin, cut off or whole: their first
// sentence, where it is short, heads the rest. No name is cut in two by that: a
// full stop counts only after a long word in small letters.
func opening(title, words string) (head, rest string) {
	title, words = strings.TrimSpace(title), strings.TrimSpace(words)
	flat := strings.Join(strings.Fields(words), " ")
	start, cut := strings.CutSuffix(title, "…")
	switch {
	case title == flat:
		return title, ""
	case !cut || !strings.HasPrefix(flat, start):
		return title, words
	}
	if at := sentence.FindStringIndex(words); at != nil && at[1] <= mostHead {
		return strings.TrimSpace(words[:at[1]]), strings.TrimSpace(words[at[1]:])
	}
	return "", words
}

var sentence = regexp.MustCompile(`[?!]\s|\p{Ll}{4}\.\s|\n`)

// allowed gives a text under a heading where its field may be in the paper.
func (s *drafting) allowed(f core.Field, level int, label, text string) []document.Block {
	if !s.may(f) {
		return nil
	}
	return s.section(level, label, text)
}

// remark is a line of the program's own words.
func remark(label string, numbers ...int) document.Block {
	return document.Paragraph{Text: document.Label(label, numbers...).Quiet()}
}

func (s *drafting) field(label string, v document.HeaderValue) {
	s.header = append(s.header, document.Field{Name: document.Label(label), Value: v})
}

// from begins the header: who hands the paper out, whom they have supervision
// with, and the day of the session, where there is one.
func (s *drafting) from(author string, with supervision.Relationship, when time.Time) {
	s.with, s.when = with, when
	if author != "" && s.may(core.FieldNames) {
		s.parties = append(s.parties, author)
		s.field("copy.from", document.Party(author))
	}
	if with.ID != 0 && s.may(core.FieldNames) {
		s.parties = append(s.parties, with.Name)
		s.field("copy.with", document.Party(with.Name))
	}
	if !when.IsZero() {
		s.field("copy.date", document.Date(when.Year(), int(when.Month()), when.Day()))
	}
}

// document gives the whole paper under its title, with the audience's own words at
// the foot of each page, where there are any.
func (s *drafting) document(name string) document.Draft {
	made := document.Draft{Title: document.Label("copy.title." + name), Header: s.header, Blocks: append(s.blocks, s.end...)}
	made.Footer = s.foot
	if s.profile.Footer != "" {
		made.Footer = s.words(s.profile.Footer)
	}
	return made
}

//words:prefix copy.title.

// dueOn says a day without its weekday; nothing for some day.
func dueOn(due supervision.Date) document.Phrase {
	if due == "" {
		return document.Phrase{}
	}
	at := due.Time()
	return document.Label("copy.on."+strings.ToLower(at.Month().String()), at.Day(), at.Year())
}

//words:prefix copy.on.
