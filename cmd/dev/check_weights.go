package main

import (
	"fmt"
	"go/ast"
	"go/token"
	"maps"
	"slices"
	"strings"
)

// weightPlaces are the files of redaction's detectors where a weight or a
// threshold may stand, each with what it holds.
var weightPlaces = map[string]string{
	"internal/redact/detect/evidence.go":       "the table of evidence",
	"internal/redact/detect/evidence_ages.go":  "its rows for ages and short dates",
	"internal/redact/detect/evidence_rules.go": "its rows for whole rules",
	"internal/redact/detect/certain.go":        "the thresholds",
}

// strayWeights names numbers with a point, and numbers handed to what counts
// evidence, that stand in a detector's code and not in places: a weight outside
// the table is neither fitted nor told.
func strayWeights(places map[string]string) func(s *sources) []string {
	return func(s *sources) []string {
		var found []string
		missing := maps.Clone(places)
		for _, f := range s.program() {
			if _, ok := places[f.path]; ok || !strings.HasPrefix(f.path, "internal/redact/detect/") {
				delete(missing, f.path)
				continue
			}
			ast.Inspect(f.tree, func(n ast.Node) bool {
				if at := weightAt(n); at != nil {
					found = append(found, s.at(at.Pos())+": a weight stands in the table of evidence, and code names its row")
				}
				return true
			})
		}
		for _, path := range slices.Sorted(maps.Keys(missing)) {
			found = append(found, fmt.Sprintf("%s isn't there: take it out of the list", path))
		}
		return found
	}
}

// weightAt gives the node where it is a weight: a number with a point, or a
// number handed to add or raise.
func weightAt(n ast.Node) ast.Node {
	switch n := n.(type) {
	case *ast.BasicLit:
		if n.Kind == token.FLOAT {
			return n
		}
	case *ast.CallExpr:
		if use, ok := n.Fun.(*ast.SelectorExpr); ok && (use.Sel.Name == "add" || use.Sel.Name == "raise") {
			for _, arg := range n.Args {
				if lit, ok := arg.(*ast.BasicLit); ok && lit.Kind == token.INT {
					return lit
				}
			}
		}
	}
	return nil
}
