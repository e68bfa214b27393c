package sharing

import (
	"slices"
	"time"

	"aftershift/internal/alliance"
	"aftershift/internal/app/core"
	"aftershift/internal/document"
	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

// AgreementPaper is a version of what was agreed with somebody, to be signed by both.
type AgreementPaper struct{ Agreement journal.ID }

// HandoverPaper is what a supervisor who comes after another needs: what was agreed and
// which actions are open, and nothing else.
type HandoverPaper struct{ With journal.ID }

// EvaluationPaper is how it goes with somebody: what the log says, and what was written
// to be shared.
type EvaluationPaper struct{ Evaluation journal.ID }

// CardPaper is how the writer works best with somebody.
type CardPaper struct{ With journal.ID }

// PracticesPaper is what helped, without saying with whom it was found; without ids it is
// all of it.
type PracticesPaper struct{ Practices []journal.ID }

// Name returns "agreement".
func (AgreementPaper) Name() string { return "agreement" }

// Name returns "handover".
func (HandoverPaper) Name() string { return "handover" }

// Name returns "evaluation".
func (EvaluationPaper) Name() string { return "evaluation" }

// Name returns "card".
func (CardPaper) Name() string { return "card" }

// Name returns "practices".
func (PracticesPaper) Name() string { return "practices" }

func (AgreementPaper) kind() document.Kind  { return document.Agreement }
func (HandoverPaper) kind() document.Kind   { return document.Handover }
func (EvaluationPaper) kind() document.Kind { return document.Evaluation }
func (CardPaper) kind() document.Kind       { return document.Card }
func (PracticesPaper) kind() document.Kind  { return document.Practices }
func (AgreementPaper) enter(*SharedCopy)    {}
func (HandoverPaper) enter(*SharedCopy)     {}
func (EvaluationPaper) enter(*SharedCopy)   {}
func (CardPaper) enter(*SharedCopy)         {}
func (PracticesPaper) enter(*SharedCopy)    {}

func (p AgreementPaper) draft(d *Desk, s *drafting) error {
	b := d.Library().Board()
	a, err := supervision.Find[alliance.Agreement](b, p.Agreement)
	if err != nil {
		return err
	}
	with, _ := b.Relationship(a.With) // one that is lost has no name
	s.names(d, with)
	s.from(d.Settings().Author, with, time.Time{})
	s.foot = document.Label("copy.foot.agreement")
	s.field("copy.agreement.version", document.Value(document.Number(a.Version)))
	s.field("copy.agreement.since", dateOf(a.From))
	if a.Review != "" {
		s.field("copy.agreement.review", dateOf(a.Review))
	}
	s.agreement(1, a)
	s.sign(s.signatures(d.Settings().Author, with))
	return nil
}

// names lets the names of those who sign stand in a paper for one of them, unless the
// writer set what such papers hold.
func (s *drafting) names(d *Desk, with supervision.Relationship) {
	set := slices.ContainsFunc(d.Settings().Profiles, func(p core.Profile) bool { return p.Audience == s.audience })
	if !set && s.audience == with.UsualAudience() && !s.may(core.FieldNames) {
		s.profile.Fields = append(slices.Clone(s.profile.Fields), core.FieldNames)
	}
}

//words:prefix agreement.term.

// agreement adds what was agreed: its figures, then each clause under its term.
func (s *drafting) agreement(level int, a alliance.Agreement) {
	var meet []document.Phrase
	if a.CadenceDays > 0 {
		meet = append(meet, document.Count("copy.agreement.every", a.CadenceDays))
	}
	if a.Minutes > 0 {
		meet = append(meet, document.Minutes(a.Minutes))
	}
	if len(meet) > 0 {
		s.add(document.Heading{Level: level, Text: document.Label("copy.agreement.meet")}, document.Paragraph{Text: document.Dots(meet...)})
	}
	for _, c := range a.Clauses {
		s.add(s.section(level, "agreement.term."+string(c.Term), c.Text)...)
	}
	if len(a.Standing) == 0 {
		return
	}
	begin := document.List{}
	for _, kind := range a.Standing {
		begin.Items = append(begin.Items, document.Item{Text: document.Label("standing." + string(kind))})
	}
	s.add(document.Heading{Level: level, Text: document.Label("copy.agreement.standing")}, begin)
}

// about begins a paper about somebody. It gives fault.NotFound.
func (s *drafting) about(d *Desk, id journal.ID) error {
	with, err := d.Library().Board().Relationship(id)
	s.from(d.Settings().Author, with, time.Time{}) // one that is lost has no name
	s.foot = document.Label("copy.foot.numbers")
	return err
}

func (p HandoverPaper) draft(d *Desk, s *drafting) error {
	if err := s.about(d, p.With); err != nil {
		return err
	}
	b := d.Library().Board()
	open := alliance.LooseWith(b, p.With)
	agreed := open.Agreement
	if all := alliance.Versions(b, p.With); agreed.ID == 0 && len(all) > 0 {
		agreed = all[0] // it ended when they parted
	}
	if agreed.ID != 0 {
		s.add(document.Heading{Level: 1, Text: document.Label("copy.handover.agreed")})
		s.agreement(2, agreed)
	}
	s.actions("copy.handover.mine", open.Mine, d.Today())
	s.actions("copy.handover.theirs", open.Theirs, d.Today())
	return nil
}

func (p EvaluationPaper) draft(d *Desk, s *drafting) error {
	b := d.Library().Board()
	v, err := supervision.Find[alliance.Evaluation](b, p.Evaluation)
	if err != nil {
		return err
	}
	_ = s.about(d, v.With) // whoever is lost
	s.field("copy.digest.from", dateOf(v.From))
	s.field("copy.digest.until", dateOf(v.On))
	s.served(d.Settings().Terms(), alliance.ServedBy(b, v.With, v.From, v.On))
	s.add(s.section(1, "copy.evaluation.helps", v.Helps)...)
	s.add(s.section(1, "copy.evaluation.missing", v.Missing)...)
	s.add(s.section(1, "copy.evaluation.ask", v.Ask)...)
	return nil
}

//words:prefix supervision.function.

// served adds what the log says of the sessions: how many there were, and what the items
// talked about were for.
func (s *drafting) served(terms supervision.LabelSet, log alliance.Served) {
	s.add(document.Heading{Level: 1, Text: document.Label("copy.evaluation.log")}, counted("held", log.Held), counted("cancelled", log.CalledOff), counted("minutes", log.Minutes))
	function := func(f supervision.Function) document.Phrase {
		if f == "" {
			return document.Label("copy.evaluation.other")
		}
		name, _ := terms.Label(f)
		return document.Label("supervision.function." + name)
	}
	if len(log.Shares) > 0 {
		t := document.Table{Columns: []document.Column{{Head: document.Label("copy.evaluation.function"), Weight: 4}, {Head: document.Label("copy.evaluation.items"), Weight: 1}}}
		for _, share := range log.Shares {
			t.Rows = append(t.Rows, []document.Phrase{function(share.Function), document.Number(share.Items)})
		}
		s.add(t)
	}
	var none []document.Phrase
	for _, f := range log.Unserved {
		none = append(none, function(f))
	}
	if log.Held > 0 && len(none) > 0 {
		s.add(document.Paragraph{Text: document.Join(document.Label("copy.evaluation.unserved"), document.Dots(none...))})
	}
}

func (p CardPaper) draft(d *Desk, s *drafting) error {
	err := s.about(d, p.With)
	s.add(s.text(alliance.TieOf(d.Library().Board(), p.With).Best)...)
	return err
}

func (p PracticesPaper) draft(d *Desk, s *drafting) error {
	s.from(d.Settings().Author, supervision.Relationship{}, time.Time{})
	s.foot = document.Label("copy.foot.numbers")
	asked := map[journal.ID]bool{}
	for _, id := range p.Practices {
		asked[id] = true
	}
	var all document.List
	for _, one := range alliance.Practices(d.Library().Board()) {
		if len(p.Practices) > 0 && !asked[one.ID] {
			continue
		}
		delete(asked, one.ID)
		var under []document.Phrase
		for _, name := range d.themesOf(one.Themes) {
			if s.may(core.FieldThemes) {
				under = append(under, s.words(name))
			}
		}
		if one.Source != "" {
			under = append(under, s.words(one.Source))
		}
		item := document.Item{Text: s.words(one.Text)}
		if len(under) > 0 {
			item.Under = []document.Phrase{document.Dots(under...)}
		}
		all.Items = append(all.Items, item)
	}
	if len(asked) > 0 {
		return fault.New(fault.NotFound, "find practice")
	}
	if len(all.Items) > 0 {
		s.add(all)
	}
	return nil
}
