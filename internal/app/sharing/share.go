package sharing

import (
	"bytes"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"aftershift/internal/copies"
	"aftershift/internal/document"
	"aftershift/internal/document/formats"
	"aftershift/internal/document/locked"
	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/library"
	"aftershift/internal/redact"
)

// SharedCopy is a line of the register of what left the journal.
type SharedCopy = library.SharedCopy

// Format is the kind of file that a copy is saved as.
type Format = document.Format

// Formats gives all formats in the order of offering, the usual one first.
func Formats() []Format { return formats.All() }

// FormatNamed gives the format of the name, or false.
func FormatNamed(name string) (Format, bool) { return formats.Named(name) }

// LockedFormat gives the format, its files locked with a passphrase: an age file of it.
func LockedFormat(f Format, passphrase string) Format { return locked.With(f, passphrase) }

// FileName proposes a name for the copy's file, which says nothing but what it
// is and today's date.
func (d *Desk) FileName(c *Copy, f Format) string {
	now := d.Now()
	return document.FileName(c.Of.Paper.kind(), now.Year(), int(now.Month()), now.Day(), f)
}

// SaveCopy makes the copy in memory, searches it for everything that was masked,
// writes it to path, compares the finished file with it, and has it in the
// register. It gives fault.Conflict while a finding is undecided, which
// Copy.Ask may have added, or when a file stands at path and overwrite is false;
// fault.Exposed, with a Spot as its cause, when a masked word was in it: then
// nothing was written; fault.Tampered when the finished file is not what was
// written; DiskFull or Permission.
func (d *Desk) SaveCopy(c *Copy, f Format, path string, overwrite bool) (SharedCopy, error) {
	texts, err := c.approve()
	if err != nil {
		return SharedCopy{}, fault.Wrap("save redacted copy", err)
	}
	to, err := aim(path, overwrite)
	if err != nil {
		return SharedCopy{}, fault.Wrap("save redacted copy", err)
	}
	if d.tells(c, f, to.path) {
		return SharedCopy{}, fault.As(fault.Exposed, "check name of redacted copy", Spot{Finding: -1, Name: true})
	}
	content, err := d.make(c, f, texts)
	if err != nil {
		return SharedCopy{}, err
	}
	shared, err := d.leave(c.line(f, texts), to, content)
	if err == nil {
		d.remember(c)
	}
	return shared, fault.Wrap("save redacted copy", err)
}

// shortest is how many bytes a word of something masked has at least, for a file's name
// to tell it.
const shortest = 4

// tells reports whether a word that is masked, or a name of the register, stands in the
// file's name. What the program proposes names nobody.
func (d *Desk) tells(c *Copy, f Format, path string) bool {
	own := strings.TrimSuffix(d.FileName(c, f), "."+f.Extension)
	name := strings.TrimPrefix(strings.TrimSuffix(filepath.Base(path), "."+f.Extension), own)
	return d.named(name, c.Review.MaskedNames())
}

// named reports whether a file's name has somebody of the register or of a group in it,
// in whatever copy, or one of the words that are masked, whole or in part.
func (d *Desk) named(name string, masked []string) bool {
	for _, p := range d.People() {
		masked = append(masked, p.Forms...)
	}
	for _, m := range membersOf(d.Library().Board()) {
		if !m.Me {
			masked = append(masked, m.Name)
		}
	}
	all := slices.Clone(masked)
	for _, words := range masked {
		all = append(all, slices.DeleteFunc(nameWords(words), func(w string) bool { return len(w) < shortest })...)
	}
	return len(document.Check(document.Contents{Text: strings.ReplaceAll(name, "_", " ")}, all)) > 0
}

// namesAbove reports whether a name at the head of the copy holds the whole name of
// somebody of the register and more, such as a group's that is called after a family: it
// stands there as it was written. Whoever is a party by just that name is one.
func (d *Desk) namesAbove(c *Copy) bool {
	for _, party := range c.parties {
		for _, p := range d.People() {
			for _, form := range p.Forms {
				words := nameWords(form)
				if len(words) > 1 && !slices.Equal(words, nameWords(party)) && len(document.Check(document.Contents{Text: party}, []string{form})) > 0 {
					return true
				}
			}
		}
	}
	return false
}

// make gives the copy in a format, once it was read back and searched.
func (d *Desk) make(c *Copy, f Format, texts []redact.Text) ([]byte, error) {
	if d.namesAbove(c) {
		return nil, fault.As(fault.Exposed, "check names above redacted copy", Spot{Finding: -1, Line: 1})
	}
	doc, err := c.draft.Approve(texts)
	if err != nil {
		return nil, fault.Wrap("save redacted copy", err)
	}
	var content bytes.Buffer
	if err := f.Write(&content, doc, d.App().Words()); err != nil {
		return nil, fault.Wrap("save redacted copy", err)
	}
	return content.Bytes(), d.search(doc, f, content.Bytes(), c.Review.Masked())
}

// search reads a file's content as any reader would and looks for what was
// masked. Names in the header and the product's own words may stand where the
// document put them, and nowhere else.
func (d *Desk) search(doc document.Document, f Format, content []byte, masked []string) error {
	contents, err := f.Read(content)
	if err != nil {
		return fault.Wrap("read copy back", err)
	}
	if !contents.Bare() {
		return fault.As(fault.Exposed, "check redacted copy", Spot{Finding: -1})
	}
	if leaks := doc.Leaks(contents, d.App().Words(), masked); len(leaks) > 0 {
		return fault.As(fault.Exposed, "check redacted copy", Spot{Finding: -1, Line: leaks[0].Line, Heading: leaks[0].Heading})
	}
	return nil
}

// line gives what the register says of the copy.
func (c *Copy) line(f Format, texts []redact.Text) SharedCopy {
	s := SharedCopy{Audience: string(c.Of.Audience), Kind: c.Of.Paper.Name(), Format: f.Name}
	c.Of.Paper.enter(&s)
	for _, finding := range c.Review.Findings() {
		switch c.Review.State(finding.ID) {
		case redact.Masked:
			s.Masked++
		case redact.Kept:
			s.Kept++
			s.Left = left(s.Left, c.Review, finding)
		}
	}
	for _, text := range texts {
		s.Passages = append(s.Passages, mark(text.String()))
	}
	return s
}

// left adds words that were kept, each once, with the reason.
func left(all []copies.LeftWords, r *Review, f Finding) []copies.LeftWords {
	d, _ := r.Decision(f.ID)
	one := copies.LeftWords{Words: r.Parts()[f.Part].Text[f.Start:f.End], Reason: d.Reason}
	if slices.Contains(all, one) {
		return all
	}
	return append(all, one)
}

// markBytes is how much of a passage's hash tells it from the others of a journal.
const markBytes = 8

// mark gives what a passage is known by, without holding its words.
func mark(passage string) string { return sumOfBytes([]byte(passage))[:2*markBytes] }

// SharedCopies gives the register of what left the journal, newest first.
func (d *Desk) SharedCopies() []SharedCopy { return d.Library().SharedCopies() }

// FindShared gives the line of the register that a file belongs to, byte for byte;
// false for a file that never left this journal, or was changed since. It gives the
// errors of reading the file.
func (d *Desk) FindShared(path string) (SharedCopy, bool, error) {
	sum, err := sumOf(path)
	if err != nil {
		return SharedCopy{}, false, err
	}
	all := d.SharedCopies()
	at := slices.IndexFunc(all, func(s SharedCopy) bool { return s.SHA256 == sum })
	if at < 0 {
		return SharedCopy{}, false, nil
	}
	return all[at], true, nil
}

// WithdrawShared says that a copy was asked back or destroyed today, or takes that
// back, and makes it a step. It gives fault.NotFound.
func (d *Desk) WithdrawShared(id journal.ID, withdrawn bool) error {
	var day journal.Date
	if withdrawn {
		day = d.Today()
	}
	return d.Change(copies.Withdraw(id, day))
}

// News says how much of a copy the audience has not had in the last copy of the same
// kind.
type News struct {
	Since    time.Time // when that was; zero: there was none
	New, All int       // passages
}

// News compares the copy, as its review stands, with the last one for the same
// audience.
func (d *Desk) News(c *Copy) (n News) {
	all := d.SharedCopies()
	at := slices.IndexFunc(all, func(s SharedCopy) bool {
		return s.Audience == string(c.Of.Audience) && s.Kind == c.Of.Paper.Name() && len(s.Passages) > 0
	})
	if at < 0 {
		return n
	}
	n.Since = all[at].At
	for part := range c.Review.Parts() {
		var text strings.Builder
		for _, seg := range c.Review.Preview(part) {
			text.WriteString(seg.Shown)
		}
		n.All++
		if !slices.Contains(all[at].Passages, mark(text.String())) {
			n.New++
		}
	}
	return n
}
