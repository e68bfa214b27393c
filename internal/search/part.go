package search

import (
	"slices"
	"strconv"
	"strings"

	"aftershift/internal/fold"
	"aftershift/internal/journal"
)

// Kind says what a part of a query asks for. What asks for a mark begins with
// its name.
type Kind string

// The kinds of parts.
const (
	Words     Kind = "words"  // a word: a part only when it is kept out
	Phrase    Kind = "phrase" // that very phrase
	Theme     Kind = "theme"
	Person    Kind = "person"
	Feeling   Kind = "feeling"
	Hit       Kind = "hit"
	Carrying  Kind = "carrying"
	From      Kind = "from"
	To        Kind = "to"
	Flag      Kind = "flag"
	Template  Kind = "template"
	Discussed Kind = "discussed"
	Record    Kind = "record"
	Short     Kind = "short" // a quick note that may be worth going deeper into
	Again     Kind = "again" // to be looked at again
)

// Problem says why a part could not be understood; "" where it was.
type Problem string

// The problems.
const (
	NoValue    Problem = "value"    // nothing stands behind the sign yet
	NoTheme    Problem = "theme"    // no theme has that name
	NoPerson   Problem = "person"   // nobody of that name is registered
	NoNumber   Problem = "number"   // not a number from 0 to 10
	NoDay      Problem = "day"      // not a day
	NoFlag     Problem = "flag"     // not any, next, urgent or none
	NoTemplate Problem = "template" // no template has that name
	NoChoice   Problem = "choice"   // not one of the words that this kind takes
	TooMany    Problem = "many"     // more words than are looked for
)

// Part is a stretch of a query and what it was taken for.
type Part struct {
	Kind    Kind
	Not     bool   // it is kept out
	Sign    string // between the kind and the value: ":", ">", ">=", "<", "<=", "="
	Value   string // as typed, without quotes
	Name    string // what the value was taken for: a theme's or person's name, a choice, a day as 2006-01-02
	Low     int    // of a mark from 0 to 10: the bounds, both included
	High    int
	Problem Problem

	start, end int // in what was typed
}

// Text returns the part as it was typed, without quotes.
func (p Part) Text() string {
	not := ""
	if p.Not {
		not = "-"
	}
	if p.Kind == Words || p.Kind == Phrase {
		return not + p.Value
	}
	return not + string(p.Kind) + p.Sign + p.Value
}

// About is what the names and days in a query mean in a journal. A function that
// is nil knows nothing.
type About struct {
	Day       func(typed string) (journal.Date, error)
	Themes    func(typed string) []journal.Theme // those that the name may mean
	People    func(typed string) [][]string      // the forms of the name of each whom it may mean
	Templates func(typed string) []journal.TemplateID
	Today     journal.Date
	Discussed func(journal.ID) bool // whether an item that came of the entry was talked about
}

// reader reads the value of a part: it completes the part, or says its problem,
// and returns what must hold, nil where that is words, which it adds to the query.
type reader func(a About, p *Part, q *Query) func(journal.Overview, *opened) bool

// kinds are the names by which a mark is asked for.
var kinds = map[Kind]reader{
	Theme: readTheme, Person: readPerson, Feeling: readFeeling, Template: readTemplate,
	Hit:      readLevel(func(o journal.Overview) journal.Level { return o.Hit }),
	Carrying: readLevel(func(o journal.Overview) journal.Level { return o.Carrying }),
	From:     readDay(func(day journal.Date) Filter { return Filter{Since: day} }),
	To:       readDay(func(day journal.Date) Filter { return Filter{Until: day} }),
	Flag:     readFlag, Discussed: readDiscussed, Record: readRecord,
	Short: readShort, Again: readAgain,
}

// markAt returns the kind and the sign that a folded line begins with, and how
// many bytes they are; 0 for none. Only a level is compared.
func markAt(folded string) (k Kind, sign string, size int) {
	end := strings.IndexAny(folded, ":<>=")
	if end <= 0 || kinds[Kind(folded[:end])] == nil {
		return "", "", 0
	}
	k, sign = Kind(folded[:end]), folded[end:end+1]
	if sign != ":" && k != Hit && k != Carrying {
		return "", "", 0
	}
	if (sign == "<" || sign == ">") && strings.HasPrefix(folded[end+1:], "=") {
		sign += "="
	}
	return k, sign, end + len(sign)
}

// named returns what list has of the part's value, and notes the problem where that is
// nothing.
func named[T any](p *Part, list func(string) []T, problem Problem) (all []T) {
	if list != nil {
		all = list(p.Value)
	}
	if len(all) == 0 {
		p.Problem = problem
	}
	return all
}

func readTheme(a About, p *Part, _ *Query) func(journal.Overview, *opened) bool {
	themes := named(p, a.Themes, NoTheme)
	if len(themes) == 0 {
		return nil
	}
	var names []string
	for _, t := range themes {
		names = append(names, t.Name)
	}
	p.Name = strings.Join(names, ", ")
	return func(o journal.Overview, _ *opened) bool {
		return slices.ContainsFunc(themes, func(t journal.Theme) bool { return Filter{Theme: t.ID}.Match(o) })
	}
}

func readPerson(a About, p *Part, q *Query) func(journal.Overview, *opened) bool {
	var people [][]string
	if a.People != nil {
		people = a.People(p.Value)
	}
	var names []string
	var terms []term
	for _, forms := range people {
		names = append(names, forms[0])
		for _, form := range forms {
			name := fold.String(form, fold.Find)
			terms = append(terms, phrase(name, true), phrase(name+"s", true)) // "s": whose something is
		}
	}
	if len(terms) == 0 {
		p.Problem = NoPerson
		return nil
	}
	p.Name = strings.Join(names, ", ")
	if !p.Not {
		q.shown = append(q.shown, terms...)
	}
	q.names = append(q.names, choice{p.Not, terms})
	return nil
}

// readFeeling takes the beginning of a feeling's word, one's own too, or the name
// of a family.
func readFeeling(_ About, p *Part, _ *Query) func(journal.Overview, *opened) bool {
	begins := fold.String(p.Value, fold.Find)
	p.Name = strings.ToLower(p.Value)
	return func(_ journal.Overview, h *opened) bool {
		return slices.ContainsFunc(h.feelings, func(f journal.Feeling) bool {
			return strings.HasPrefix(fold.String(string(f), fold.Find), begins) || journal.FamilyOf(f) == begins
		})
	}
}

func readTemplate(a About, p *Part, _ *Query) func(journal.Overview, *opened) bool {
	ids := named(p, a.Templates, NoTemplate)
	if len(ids) == 0 {
		return nil
	}
	p.Name = string(ids[0])
	if len(ids) > 1 {
		p.Name = ""
	}
	return func(_ journal.Overview, h *opened) bool { return slices.Contains(ids, h.template) }
}

func readLevel(of func(journal.Overview) journal.Level) reader {
	return func(_ About, p *Part, _ *Query) func(journal.Overview, *opened) bool {
		if !p.bounds() {
			p.Problem = NoNumber
			return nil
		}
		low, high := p.Low, p.High
		return func(o journal.Overview, _ *opened) bool {
			n, marked := of(o).Value()
			return marked && low <= n && n <= high
		}
	}
}

// bounds reads a number, or two with a hyphen between, as what a mark may be.
func (p *Part) bounds() bool {
	first, second, isRange := strings.Cut(strings.NewReplacer("–", "-", "—", "-").Replace(p.Value), "-")
	n, err := strconv.Atoi(strings.TrimSpace(first))
	m := n
	if isRange && err == nil {
		m, err = strconv.Atoi(strings.TrimSpace(second))
	}
	if err != nil || n < 0 || m > 10 || n > m || isRange && p.Sign != ":" && p.Sign != "=" {
		return false
	}
	switch p.Sign {
	case ">":
		n, m = n+1, 10
	case ">=":
		m = 10
	case "<":
		n, m = 0, n-1
	case "<=":
		n = 0
	}
	p.Low, p.High = n, m
	return n <= m
}

func readDay(filter func(journal.Date) Filter) reader {
	return func(a About, p *Part, _ *Query) func(journal.Overview, *opened) bool {
		if a.Day == nil {
			p.Problem = NoDay
			return nil
		}
		day, err := a.Day(p.Value)
		if err != nil {
			p.Problem = NoDay
			return nil
		}
		p.Name = string(day)
		f := filter(day)
		return func(o journal.Overview, _ *opened) bool { return f.Match(o) }
	}
}

// choice returns which of the words the value begins, "" with the problem for none.
// A word may stand for another: "yes=any".
func (p *Part) choice(problem Problem, words ...string) string {
	value := fold.String(p.Value, fold.Find)
	for _, word := range words {
		word, means, other := strings.Cut(word, "=")
		if !other {
			means = word
		}
		if strings.HasPrefix(word, value) {
			p.Name = means
			return means
		}
	}
	p.Problem = problem
	return ""
}

func readFlag(_ About, p *Part, _ *Query) func(journal.Overview, *opened) bool {
	flag := map[string]journal.Flag{"any": AnyFlag, "next": journal.Next, "urgent": journal.Urgent}
	name := p.choice(NoFlag, "any", "next", "urgent", "yes=any", "none")
	if name == "none" {
		return func(o journal.Overview, _ *opened) bool { return o.Flag == journal.NoFlag }
	}
	f := Filter{Flag: flag[name]}
	return func(o journal.Overview, _ *opened) bool { return f.Match(o) }
}

func readDiscussed(a About, p *Part, _ *Query) func(journal.Overview, *opened) bool {
	name := p.choice(NoChoice, "yes", "no", "never=no")
	return func(o journal.Overview, _ *opened) bool {
		return a.Discussed != nil && a.Discussed(o.ID) == (name == "yes")
	}
}

func readRecord(_ About, p *Part, _ *Query) func(journal.Overview, *opened) bool {
	name := p.choice(NoChoice, "open", "done", "none")
	return func(o journal.Overview, _ *opened) bool {
		switch r := o.CaseRecord; name {
		case "open":
			return r.Belongs && !r.Done
		case "done":
			return r.Belongs && r.Done
		default:
			return !r.Belongs
		}
	}
}

func readShort(a About, p *Part, _ *Query) func(journal.Overview, *opened) bool {
	name := p.choice(NoChoice, "open", "enough")
	return func(o journal.Overview, h *opened) bool {
		if name == "enough" {
			return o.Enough && h.template == journal.QuickNote
		}
		return o.Deepens(a.Today) && h.template == journal.QuickNote
	}
}

func readAgain(a About, p *Part, _ *Query) func(journal.Overview, *opened) bool {
	name := p.choice(NoChoice, "due", "set", "none")
	return func(o journal.Overview, _ *opened) bool {
		switch name {
		case "due":
			return o.DueAgain(a.Today)
		case "set":
			return o.Again != ""
		default:
			return o.Again == ""
		}
	}
}
