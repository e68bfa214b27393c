package sharing

import (
	"bytes"
	"path/filepath"
	"strconv"

	"aftershift/internal/app/core"
	"aftershift/internal/document"
	"aftershift/internal/fault"
	"aftershift/internal/platform"
	"aftershift/internal/redact"
)

// Saying is a line that the program itself says of a journal: a text by its key, with
// whole numbers, and where something stands on this computer.
type Saying struct {
	Key     string
	Counted bool // Key has forms for a number, the first of Numbers
	Numbers []int
	Where   string // a path, the last that the text takes; its name alone is Key with ".name"
	Blank   bool   // there is room behind it to write by hand
}

//words:prefix kept.where.
//words:prefix kept.backups.
//words:prefix kept.unable.

// Say gives the line in words.
func (l Saying) Say(w document.Words) string {
	var args []any
	for _, n := range l.Numbers {
		args = append(args, n)
	}
	if l.Where != "" {
		args = append(args, l.Where)
	}
	if l.Counted {
		return w.N(l.Key, l.Numbers[0], args[1:]...)
	}
	if l.Blank {
		return w.T(l.Key) + " " + w.T("kept.blank")
	}
	return w.T(l.Key, args...)
}

func (l Saying) phrase() document.Phrase {
	if l.Counted {
		return document.Count(l.Key, l.Numbers[0])
	}
	return document.Label(l.Key, l.Numbers...)
}

// Sheet is a page about the journal, to be printed: it says nothing that was written in
// one. Title and Foot are text keys.
type Sheet struct {
	Title, Foot string
	Lines       []Saying
	Log         []core.Request // what was asked for and given; names in it are masked
}

// SaveSheet writes a sheet into a folder, in a format, under its title or, where that is
// taken, with a number behind it, and gives its path. Only its owner can read it. It is
// searched for what was masked, as every paper is, and isn't in the register of copies:
// nothing of what was written leaves with it. It gives fault.Exposed and the kinds of
// platform.Fault.
func (d *Desk) SaveSheet(s Sheet, folder string, f Format) (string, error) {
	doc, masked, err := d.sheet(s)
	if err != nil {
		return "", fault.Wrap("save sheet", err)
	}
	words := d.App().Words()
	var content bytes.Buffer
	if err := f.Write(&content, doc, words); err != nil {
		return "", fault.Wrap("save sheet", err)
	}
	if err := d.search(doc, f, content.Bytes(), masked); err != nil {
		return "", fault.Wrap("save sheet", err)
	}
	for n := 1; ; n++ {
		name := words.T(s.Title)
		if n > 1 {
			name += " (" + strconv.Itoa(n) + ")"
		}
		path := filepath.Join(folder, f.FileName(name))
		err := d.App().Working(folder, func() error { return platform.WriteNew(path, content.Bytes()) })
		if fault.KindOf(err) != fault.Conflict || n > 99 {
			return path, fault.Wrap("save sheet", err)
		}
	}
}

// sheet lays a sheet out: where things stand in the header, each other line a dot's.
func (d *Desk) sheet(s Sheet) (document.Document, []string, error) {
	now := d.Now()
	draft := document.Draft{Title: document.Label(s.Title), Footer: document.Label(s.Foot)}
	draft.Header = []document.Field{{Name: document.Label("kept.day"), Value: document.Date(now.Year(), int(now.Month()), now.Day())}}
	for _, l := range s.Lines {
		if l.Where != "" {
			draft.Header = append(draft.Header, document.Field{Name: document.Label(l.Key + ".name"), Value: document.Party(l.Where)})
			continue
		}
		list := document.List{Items: []document.Item{{Text: l.phrase()}}}
		if l.Blank {
			draft.Blocks = append(draft.Blocks, document.Together{Blocks: []document.Block{list, document.Rule{Room: true}}})
			continue
		}
		draft.Blocks = append(draft.Blocks, list)
	}
	engine, err := d.App().Engine()
	if err != nil {
		return document.Document{}, nil, err
	}
	review := engine.Scan(logged(&draft, s.Log), redact.Options{Register: d.register(0), Style: redact.Role})
	review.MaskAll()
	for asked, _ := review.AskLeft(document.Find); asked > 0; asked, _ = review.AskLeft(document.Find) {
		review.MaskAll()
	}
	texts, err := review.Approve()
	if err != nil {
		return document.Document{}, nil, err
	}
	doc, err := draft.Approve(texts)
	return doc, review.Masked(), err
}

// logged puts the log below the lines, and gives its words for the review.
func logged(draft *document.Draft, log []core.Request) (parts []redact.Part) {
	if len(log) == 0 {
		return nil
	}
	var list document.List
	words := func(text string) document.Phrase {
		parts = append(parts, redact.Part{Key: "kept.asked", Text: text})
		return document.Part(len(parts) - 1)
	}
	for _, r := range log {
		on := r.On.Time()
		item := document.Item{Text: document.Join(document.Label("kept.asked.on", on.Year(), int(on.Month()), on.Day()), words(r.Asked))}
		if r.Given != "" {
			item.Under = []document.Phrase{document.Join(document.Label("kept.asked.gave"), words(r.Given))}
		}
		list.Items = append(list.Items, item)
	}
	draft.Blocks = append(draft.Blocks, document.Heading{Level: 1, Text: document.Label("kept.asked.log")}, list)
	return parts
}
