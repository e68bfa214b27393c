package redact

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Scan finds the identifiers of all parts together and gives them for review.
// Text that isn't valid UTF-8 is scanned as it is; offsets stay those of the
// bytes handed in. What shows only once its neighbours are masked is found by a
// second reading. It never fails.
func (e *Engine) Scan(parts []Part, o Options) *Review {
	n, k := newNamer(o, e.lists), &desk{}
	r := e.scan(parts, o, n, k)
	for _, f := range e.overlooked(parts, r.findings, o, n, k) {
		f.ID = r.next
		r.next++
		r.findings = append(r.findings, f)
	}
	r.sort()
	return r
}

// overlooked reads the parts again as they would be with everything masked, and
// gives what shows only then. It is never certain.
func (e *Engine) overlooked(parts []Part, found []Finding, o Options, n *namer, k *desk) []Finding {
	outs, pieces := slices.Clone(parts), make([][]piece, len(parts))
	masks := make([][]Finding, len(parts))
	for _, f := range found {
		if o.masks(f) {
			masks[f.Part] = append(masks[f.Part], f)
		}
	}
	for p := range parts {
		outs[p].Text, pieces[p] = apply(parts[p].Text, masks[p])
	}
	var more []Finding
	for _, f := range e.scan(outs, o, n, k).findings {
		if !o.masks(f) {
			continue
		}
		for _, piece := range touching(pieces[f.Part], f) {
			g, ok := piece.share(outs[f.Part].Text, f, 0)
			if ok && !slices.ContainsFunc(found, func(h Finding) bool { return h.Part == g.Part && h.Start < g.End && g.Start < h.End }) {
				g.Certain, g.Confidence = false, min(g.Confidence, CertainAt-0.01)
				more = append(more, g)
			}
		}
	}
	return more
}

// scan is Scan with a namer that may know people already and a desk that may
// have been used.
func (e *Engine) scan(parts []Part, o Options, n *namer, k *desk) *Review {
	r := &Review{parts: append([]Part(nil), parts...), decided: map[int]Decision{}, namer: n, lists: e.lists}
	doc := e.read(parts, o, k)
	spans := doc.spans()
	var dates []moment
	for _, c := range spans {
		if c.kind == TypeDate {
			dates = append(dates, readDate(parts[c.part].Text[c.start:c.end]))
		}
	}
	if !n.learnt {
		n.learn(dates)
		n.standing = doc.standing
	}
	for _, c := range spans {
		r.findings = append(r.findings, Finding{
			ID: r.next, Part: c.part, Start: c.start, End: c.end, Type: c.kind, Confidence: c.weight,
			Certain: c.weight >= CertainAt, Detector: c.detector, Reason: c.reason, Replacement: doc.cased(doc.replacement(r.namer, c), c),
		})
		r.next++
	}
	r.hints = doc.hints(spans)
	k.keep(doc)
	return r
}

// replacement asks the namer, with what the words around say.
func (d *reading) replacement(n *namer, c candidate) string {
	pg := &d.pages[c.part]
	text := pg.text[c.start:c.end]
	i := tokenAt(pg, c.start)
	if c.kind != TypePerson {
		article := i > 0 && i < len(pg.tokens) && pg.tokens[i].lines == 0 && (pg.tokens[i-1].is("the") || pg.tokens[i-1].is("a") || pg.tokens[i-1].is("an"))
		return n.thing(c.kind, text, c.detector, article)
	}
	role, kin, whose := "", "", ""
	if i > 0 && i <= len(pg.tokens) {
		prev := &pg.tokens[i-1]
		switch {
		case prev.has(markKin):
			kin = prev.fold
			if i > 1 && pg.tokens[i-2].poss {
				whose = pg.tokens[i-2].fold
			}
		case prev.is("dr") || prev.is("doctor") || prev.fold == "." && i > 1 && pg.tokens[i-2].is("dr"):
			role = "doctor"
		case prev.is("dc") || prev.is("pc") || prev.is("ds") || prev.is("di") || prev.is("officer") || prev.is("garda"):
			role = "officer"
		case prev.has(markRole) && workRoles[prev.fold]:
			role = "worker"
		}
	}
	return n.person(text, role, kin, whose, d.lists)
}

// cased gives the replacement a capital where the original stands first in its
// sentence and isn't written small.
func (d *reading) cased(replacement string, c candidate) string {
	pg := &d.pages[c.part]
	i := tokenAt(pg, c.start)
	if i >= len(pg.tokens) || pg.tokens[i].place < sentence || replacement == "" || replacement[0] < 'a' || replacement[0] > 'z' {
		return replacement
	}
	if r, _ := utf8.DecodeRuneInString(pg.text[c.start:]); unicode.IsLower(r) {
		return replacement
	}
	return strings.ToUpper(replacement[:1]) + replacement[1:]
}

// workRoles are roles of people at work.
var workRoles = setOf("worker caseworker keyworker sw hv iro idva isva gal guardian manager mgr supervisor sup colleague consultant therapist counsellor nurse midwife physio ot slt cpn amhp teacher head " +
	"solicitor barrister advocate interpreter chair reporter safeguarder coordinator assessor psychologist psychiatrist sister matron pa ta senco registrar paramedic officer pom imca")
