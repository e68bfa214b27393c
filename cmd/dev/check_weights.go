package main

import (
	"fmt"
	"go/ast"
	"go/token"
	"maps"
	"path"
	"slices"
	"strings"
)

// weightPlaces are the files of redaction's detectors where a weight or a
// threshold may stand, each with what it holds.
var weightPlaces = map[string]string{
	"internal/redact/evidence/rows.go":       "the table of evidence",
	"internal/redact/evidence/rows_ages.go":  "its rows for ages and short dates",
	"internal/redact/evidence/rows_rules.go": "its rows for whole rules",
	"internal/redact/evidence/certain.go":    "the thresholds",
}

// detectorRooms are the rooms of redaction's detectors, where no weight may stand
// beside the code.
var detectorRooms = []string{"again", "detect", "evidence", "figures", "page", "places"}

// strayWeights names numbers with a point, and numbers handed to what counts
// evidence, that stand in a detector's code and not in places: a weight outside
// the table is neither fitted nor told.
func strayWeights(places map[string]string) func(s *sources) []string {
	return func(s *sources) []string {
		var found []string
		missing := maps.Clone(places)
		for _, f := range s.program() {
			if _, ok := places[f.path]; ok || !ofDetectors(f.path) {
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
		for _, file := range slices.Sorted(maps.Keys(missing)) {
			found = append(found, fmt.Sprintf("%s isn't there: take it out of the list", file))
		}
		return found
	}
}

// ofDetectors reports whether the file stands in one of the rooms of detectors.
func ofDetectors(file string) bool {
	room, ok := strings.CutPrefix(path.Dir(file), "internal/redact/")
	return ok && slices.Contains(detectorRooms, room)
}

// weightAt gives the node where it is a weight: a number with a point, or a
// number handed to Add or Raise.
func weightAt(n ast.Node) ast.Node {
	switch n := n.(type) {
	case *ast.BasicLit:
		if n.Kind == token.FLOAT {
			return n
		}
	case *ast.CallExpr:
		if use, ok := n.Fun.(*ast.SelectorExpr); ok && (use.Sel.Name == "Add" || use.Sel.Name == "Raise") {
			for _, arg := range n.Args {
				if lit, ok := arg.(*ast.BasicLit); ok && lit.Kind == token.INT {
					return lit
				}
			}
		}
	}
	return nil
}
