package pseudonym

import (
	"slices"
	"strings"

	"aftershift/internal/redact/lex"
)

// person gives the replacement for a name. A grown-up son or daughter is a
// relative, and no child.
func (n *Namer) person(text string, s Said) string {
	id := n.whoIs(text, s)
	if id == nil {
		id = n.met(s)
	}
	n.remember(text, id)
	if n.style == Block {
		return "[name]"
	}
	if s.Plural || n.plural(text) {
		return n.family(id, s)
	}
	return n.called(id, s)
}

// whoIs gives who is named, or nil for somebody new: a relative or a client who
// only shares the first name of the supervisor is new.
func (n *Namer) whoIs(text string, s Said) *identity {
	id := n.known(text)
	for _, w := range n.nameWords(text) {
		if mine := n.mine[w]; mine != nil && s.Led != "" && strings.HasSuffix(mine.role, s.Led) {
			return mine
		}
	}
	if id == nil || id.whose == "" {
		return id
	}
	alone := len(id.forms) == 0 && len(lex.NameWords(text)) > 1
	if alone || s.Kin != "" && s.Whose != "" || s.Led == "client" || s.Led == "patient" {
		return nil
	}
	return id
}

// met gives an identity to somebody new.
func (n *Namer) met(s Said) *identity {
	id := &identity{role: s.Role}
	if to := n.known(s.Whose); s.Whose != "" && to != nil && s.Kin != "" {
		id.role, id.label = kinRole(s.Kin, to.role), to.label
		if id.role == "child" && s.Adult {
			id.role = "relative"
		}
		n.apart(id)
	} else if id.role == "" && s.Kin != "" {
		if id.role = kinRole(s.Kin, ""); id.role == "child" && s.Adult {
			id.role = "relative"
		}
	}
	n.people = append(n.people, id)
	return n.complete(id)
}

// called gives what somebody is called in the style, so that it reads well behind
// the title, relative or role that was left standing before the name.
func (n *Namer) called(id *identity, s Said) string {
	switch {
	case n.style == Generic && s.Led != "":
		return Brackets[lex.TypePerson]
	case n.style == Generic:
		return id.generic(s.Article)
	case id.code != "" && s.Led != "" && strings.HasSuffix(lex.Fold(id.code), s.Led), id.code == "" && n.style != Role:
		return id.alias
	case id.code != "":
		return codeWithin(id.code, s)
	case s.Led != "" && strings.HasSuffix(id.role, s.Led):
		return id.label
	}
	return strings.ToUpper(id.role[:1]) + id.role[1:] + " " + id.label
}

// codeWithin gives the user's own label as it stands within a sentence: without
// its determiner behind another, and with a small one.
func codeWithin(code string, s Said) string {
	first, rest, ok := strings.Cut(code, " ")
	if w := lex.Fold(first); !ok || !articles.Has(w) && !determiners.Has(w) {
		return code
	}
	switch {
	case s.Article:
		return rest
	case !s.Capital:
		return strings.ToLower(first) + " " + rest
	}
	return code
}

// family gives what stands for a family that is called by its name.
func (n *Namer) family(id *identity, s Said) string {
	switch {
	case n.style == Generic:
		return underArticle("family", s.Article)
	case n.style != Role && id.code == "" && !strings.Contains(id.alias, " "):
		return id.alias + "s"
	case s.Article:
		return "family of " + n.called(id, Said{})
	}
	return "the family of " + n.called(id, Said{})
}

// plural reports whether the text is a known name with the ending of a plural.
func (n *Namer) plural(text string) bool {
	w := lex.Fold(text)
	return n.words[w] == nil && singular(n, w) != nil
}

// singular gives who bears the word without the ending of a plural, or nil.
func singular(n *Namer, w string) *identity {
	if len(w) < 4 || !strings.HasSuffix(w, "s") {
		return nil
	}
	if id := n.words[w[:len(w)-1]]; id != nil {
		return id
	}
	return n.words[strings.TrimSuffix(w, "es")]
}

// known gives the identity that one of the words names and that may be called by
// all of them, or nil.
func (n *Namer) known(text string) *identity {
	words := n.nameWords(text)
	for _, w := range words {
		if id := n.words[w]; id != nil && (len(words) == 1 || id.mayBe(words)) {
			return id
		}
	}
	if len(words) == 1 {
		return singular(n, words[0])
	}
	return nil
}

// nameWords gives the words of a name, without titles where it has several.
func (n *Namer) nameWords(text string) []string {
	words := lex.NameWords(text)
	if len(words) < 2 {
		return words
	}
	return slices.DeleteFunc(words, func(w string) bool { return n.lists.Marks(w)&lex.MarkTitle != 0 })
}

// mayBe reports whether somebody who was called by the forms so far may be called
// by the words: another first name or another family name is another person, but
// for a short form or an initial.
func (id *identity) mayBe(words []string) bool {
	return len(id.forms) == 0 || slices.ContainsFunc(id.forms, func(form []string) bool {
		return within(words, form) || within(form, words) || form[0][:1] == words[0][:1] && form[len(form)-1] == words[len(words)-1]
	})
}

// within reports whether all of some stand in all.
func within(some, all []string) bool {
	return !slices.ContainsFunc(some, func(w string) bool { return !slices.Contains(all, w) })
}

// remember keeps that the form names somebody. A first name alone is from then on
// that of whoever was last called by a first and a family name; any other word
// stays with whom it named first.
func (n *Namer) remember(form string, id *identity) {
	words := n.nameWords(form)
	if len(words) > 1 && !slices.ContainsFunc(id.forms, func(f []string) bool { return slices.Equal(f, words) }) {
		id.forms = append(id.forms, words)
	}
	for i, w := range words {
		if len(w) < 2 {
			continue
		}
		if n.words[w] == nil && singular(n, w) != id || i == 0 && len(words) > 1 || len(words) == 1 && id.whose == "" && n.words[w] != nil && n.words[w].whose != "" {
			n.words[w] = id
		}
	}
}
