package sharing

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"aftershift/internal/app/core"
	"aftershift/internal/document"
	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

// DigestPaper says what a period came to, for an appraisal or a portfolio: themes,
// learning, feedback and actions, of what was written to be shared and of what
// sessions came to. Impact adds, for this one copy, how hard it hit.
type DigestPaper struct {
	From, Until journal.Date // both days included
	Impact      bool
}

// Name gives "digest".
func (DigestPaper) Name() string { return "digest" }

func (DigestPaper) kind() document.Kind { return document.Digest }

func (p DigestPaper) enter(line *SharedCopy) { line.Private = p.Impact }

func (p DigestPaper) included() Inclusion { return Inclusion{Impact: p.Impact} }
func (DigestPaper) offered() Inclusion    { return Inclusion{Impact: true} }
func (p DigestPaper) including(i Inclusion) Paper {
	p.Impact = i.Impact
	return p
}

// holds reports whether a day lies in the period.
func (p DigestPaper) holds(day journal.Date) bool { return p.From <= day && day <= p.Until }

func (p DigestPaper) draft(d *Desk, s *drafting) error {
	if p.From.Validate() != nil || p.Until.Validate() != nil || p.Until < p.From {
		return fault.New(fault.Invalid, "make digest: period")
	}
	s.from(d.Settings().Author, supervision.Relationship{}, time.Time{})
	s.field("copy.digest.from", dateOf(p.From))
	s.field("copy.digest.until", dateOf(p.Until))
	entries, err := p.entries(d)
	if err != nil {
		return err
	}
	s.digestThemes(d, entries)
	if err := p.learning(d, s); err != nil {
		return err
	}
	s.feedback(entries)
	s.actions("record.actions", p.taken(d, s.audience), p.Until)
	if p.Impact {
		s.digestImpact(d, entries)
	}
	return nil
}

func dateOf(day journal.Date) document.HeaderValue {
	at := day.Time()
	return document.Date(at.Year(), int(at.Month()), at.Day())
}

// entries gives the entries about days of the period, oldest first.
func (p DigestPaper) entries(d *Desk) (all []journal.Entry, err error) {
	for _, o := range d.Library().Overviews() {
		if !p.holds(o.Date) {
			continue
		}
		e, err := d.Library().Entry(o.ID)
		if err != nil {
			return nil, err
		}
		all = append(all, e)
	}
	slices.SortStableFunc(all, func(x, y journal.Entry) int { return cmp.Compare(x.Date, y.Date) })
	return all, nil
}

// mostThemes is how many themes a digest names.
const mostThemes = 10

// digestThemes adds how often each theme came up, the most frequent first.
func (s *drafting) digestThemes(d *Desk, entries []journal.Entry) {
	count := map[string]int{}
	for _, e := range entries {
		for _, name := range d.themesOf(e.Themes) {
			count[name]++
		}
	}
	if len(count) == 0 || !s.may(core.FieldThemes) {
		return
	}
	names := make([]string, 0, len(count))
	for name := range count {
		names = append(names, name)
	}
	slices.SortFunc(names, func(x, y string) int { return cmp.Or(count[y]-count[x], strings.Compare(x, y)) })
	t := document.Table{Columns: []document.Column{
		{Head: document.Label("copy.digest.theme"), Weight: 4}, {Head: document.Label("copy.digest.entries"), Weight: 1},
	}}
	for _, name := range names[:min(len(names), mostThemes)] {
		t.Rows = append(t.Rows, []document.Phrase{s.theme(d, name), document.Number(count[name])})
	}
	s.add(document.Heading{Level: 1, Text: document.Label("copy.themes")}, t)
}

// learning adds what sessions of the period came to that one learns from.
func (p DigestPaper) learning(d *Desk, s *drafting) error {
	if !s.may(core.FieldOutcome) {
		return nil
	}
	var blocks []document.Block
	for _, session := range d.Library().Board().Sessions(func(s supervision.Session) bool {
		return s.State == supervision.Closed && p.holds(journal.DateOf(s.When()))
	}) {
		account, err := d.Library().Board().Account(session.ID)
		if err != nil {
			return err
		}
		for _, a := range account {
			learnt := a.Outcome.Kind == supervision.NewUnderstanding || a.Outcome.Kind == supervision.LearningNeed || a.Item.Want == supervision.WantLearning
			if learnt && a.Item.MeantFor(s.audience) && strings.TrimSpace(a.Outcome.Text) != "" {
				one := []document.Block{s.item(2, s.words(a.Item.Title), document.Phrase{})}
				blocks = append(blocks, document.Together{Blocks: append(one, s.text(a.Outcome.Text)...)})
			}
		}
	}
	s.headed("copy.digest.learning", blocks)
	return nil
}

// feedback adds the words to share of entries about what somebody said.
func (s *drafting) feedback(entries []journal.Entry) {
	var blocks []document.Block
	for _, e := range entries {
		if e.Template == journal.Feedback && e.Share.Ready() {
			blocks = append(blocks, document.Together{Blocks: s.titled(2, e.Share.Title, e.Share.Words, document.Phrase{})})
		}
	}
	s.headed("copy.digest.feedback", blocks)
}

func (s *drafting) headed(label string, blocks []document.Block) {
	if len(blocks) > 0 {
		s.add(document.Heading{Level: 1, Text: document.Label(label)})
		s.add(blocks...)
	}
}

// taken gives the actions that were taken on, or done, in the period.
func (p DigestPaper) taken(d *Desk, audience supervision.Audience) []supervision.Action {
	b := d.Library().Board()
	return b.Actions(func(a supervision.Action) bool {
		it, err := b.Item(a.Item)
		return (p.holds(a.Created) || p.holds(a.DoneOn)) && a.State != supervision.Dropped && (err != nil || it.MeantFor(audience))
	})
}

// digestImpact adds how many entries were marked, how many hit hard or were good, and
// how hard they hit by theme.
func (s *drafting) digestImpact(d *Desk, entries []journal.Entry) {
	given, hard := 0, 0
	for _, e := range entries {
		if marked(e.Impact) {
			given++
			if e.Impact.Hard() {
				hard++
			}
		}
	}
	if given > 0 {
		s.add(document.Heading{Level: 1, Text: document.Label("copy.impact")},
			remark("copy.digest.marked", given), remark("copy.digest.hard", hard))
		s.impactByTheme(d, entries)
	}
}

// landed is how hard the entries on a theme hit.
type landed struct {
	theme      string
	given, sum int
}

// tenths returns the mean in tenths.
func (l landed) tenths() int { return (20*l.sum + l.given) / (2 * l.given) }

// impactByTheme adds how hard entries on each theme hit, the hardest first.
func (s *drafting) impactByTheme(d *Desk, entries []journal.Entry) {
	all := d.landedBy(entries)
	if len(all) == 0 || !s.may(core.FieldThemes) {
		return
	}
	t := document.Table{Columns: []document.Column{
		{Head: document.Label("copy.digest.theme"), Weight: 4},
		{Head: document.Label("copy.digest.given"), Weight: 1},
		{Head: document.Label("copy.digest.hit"), Weight: 2},
	}}
	for _, l := range all[:min(len(all), mostThemes)] {
		t.Rows = append(t.Rows, []document.Phrase{
			s.theme(d, l.theme), document.Number(l.given), document.Label("copy.digest.mean", l.tenths()/10, l.tenths()%10),
		})
		t.Bars = append(t.Bars, float64(l.tenths())/10)
	}
	s.add(document.Heading{Level: 2, Text: document.Label("copy.digest.by_theme")}, t)
}

// landedBy counts by theme the entries that say how hard it hit, the hardest first.
func (d *Desk) landedBy(entries []journal.Entry) (all []landed) {
	for _, e := range entries {
		hit, given := e.Impact.Hit.Value()
		if !given {
			continue
		}
		for _, name := range d.themesOf(e.Themes) {
			at := slices.IndexFunc(all, func(l landed) bool { return l.theme == name })
			if at < 0 {
				at = len(all)
				all = append(all, landed{theme: name})
			}
			all[at].given++
			all[at].sum += hit
		}
	}
	slices.SortFunc(all, func(x, y landed) int {
		return cmp.Or(y.tenths()-x.tenths(), y.given-x.given, strings.Compare(x.theme, y.theme))
	})
	return all
}
