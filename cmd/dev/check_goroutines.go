package main

import (
	"fmt"
	"go/ast"
	"maps"
	"slices"
	"strings"
)

// ownGoroutines are the places that start a goroutine by themselves, each with
// its reason. A place is a folder, with all below it, or a file. One that starts
// none is reported too.
var ownGoroutines = map[string]string{
	"internal/app/core/crash.go":                   "it is app.Go",
	"internal/platform/desktop/absence_linux.go":   "below app; it defers Catch itself",
	"internal/platform/desktop/absence_windows.go": "below app; it defers Catch itself",
	"cmd/dev": "the project's tasks hold nobody's words",
}

// bareGoroutines names go statements outside own: a panic there would print what
// the goroutine held, and leave no report.
func bareGoroutines(own map[string]string) func(s *sources) []string {
	return func(s *sources) []string {
		var found []string
		used := map[string]bool{}
		for _, f := range s.program() {
			place := placeOf(own, f.path)
			ast.Inspect(f.tree, func(n ast.Node) bool {
				if start, ok := n.(*ast.GoStmt); ok {
					if used[place] = true; place == "" {
						found = append(found, s.at(start.Pos())+": start it with app.Go, which reports a panic without words")
					}
				}
				return true
			})
		}
		for _, place := range slices.Sorted(maps.Keys(own)) {
			if !used[place] {
				found = append(found, fmt.Sprintf("%s starts no goroutine: take it out of the list", place))
			}
		}
		return found
	}
}

// placeOf gives the entry of own that path stands under, or "".
func placeOf(own map[string]string, path string) string {
	for place := range own {
		if path == place || strings.HasPrefix(path, place+"/") {
			return place
		}
	}
	return ""
}
