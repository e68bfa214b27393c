package app

import (
	"strings"

	"aftershift/internal/search"
	"aftershift/internal/words"
)

// ProblemOf says why a part of a search was left out, "" where it was understood.
//
//words:prefix find.problem.
func ProblemOf(w *words.Catalog, p Part) string {
	switch p.Problem {
	case "":
		return ""
	case search.TooMany:
		return w.T("find.problem.many")
	case search.NoValue:
		return w.T("find.problem.value", p.Text())
	case search.NoChoice:
		return w.T("find.problem."+string(p.Kind), p.Text())
	}
	return w.T("find.problem."+string(p.Problem), p.Text())
}

// Begun reports whether a part is the mark that is being typed, with its value still to
// come: that is no mistake yet.
func Begun(typed string, p Part) bool {
	return p.Problem == search.NoValue && strings.HasSuffix(typed, p.Text())
}
