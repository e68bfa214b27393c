package main

import (
	"fmt"
	"go/ast"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
)

// Limits of size, in lines. Tests may be longer: a table is easy to read.
const (
	maxFile     = 400
	maxTestFile = 600
	maxFunction = 80
)

// bounds say how much a package holds at most, without its tests.
type bounds struct{ files, lines int }

// most are the bounds of a package.
var most = bounds{files: 30, lines: 3500}

// overgrown are packages that are over the bounds and may not grow: each with what
// it may hold until it is parted.
var overgrown = map[string]bounds{}

// tooMuch names packages over their bounds, and those of overgrown that are not.
func tooMuch(s *sources, overgrown map[string]bounds) (found []string) {
	held := map[string]bounds{}
	for _, f := range s.program() {
		h := held[path.Dir(f.path)]
		held[path.Dir(f.path)] = bounds{h.files + 1, h.lines + strings.Count(f.text, "\n")}
	}
	for _, folder := range slices.Sorted(maps.Keys(held)) {
		h, limit := held[folder], most
		over := h.files > most.files || h.lines > most.lines
		grown, named := overgrown[folder]
		if named && over {
			limit = grown
		}
		if h.files > limit.files || h.lines > limit.lines {
			found = append(found, fmt.Sprintf("%s: %d files, %d lines, at most %d and %d", folder, h.files, h.lines, limit.files, limit.lines))
		}
		if named && !over {
			found = append(found, folder+": no longer over the bounds of a package")
		}
	}
	return found
}

// tooLarge names files and functions over their limits.
func tooLarge(s *sources) []string {
	found := tooMuch(s, overgrown)
	for _, f := range s.files {
		limit := maxFile
		if f.test {
			limit = maxTestFile
		}
		if n := strings.Count(f.text, "\n"); n > limit {
			found = append(found, fmt.Sprintf("%s: %d lines, at most %d", f.path, n, limit))
		}
	}
	for _, f := range s.program() {
		for _, d := range f.tree.Decls {
			fn, ok := d.(*ast.FuncDecl)
			if ok && s.lineCount(fn) > maxFunction {
				found = append(found, fmt.Sprintf("%s: %s has %d lines, at most %d",
					s.at(fn.Pos()), fn.Name.Name, s.lineCount(fn), maxFunction))
			}
		}
	}
	return found
}

// uncommented names packages without a package comment and exported names
// without a comment of their own or of their group.
func uncommented(s *sources) []string {
	var found []string
	commented := map[string]bool{}
	for _, f := range s.program() {
		folder := path.Dir(f.path)
		commented[folder] = commented[folder] || f.tree.Doc != nil
		for _, d := range f.tree.Decls {
			for _, name := range bareNames(d) {
				found = append(found, fmt.Sprintf("%s: %s has no comment", s.at(name.Pos()), name.Name))
			}
		}
	}
	for folder, ok := range commented {
		if !ok {
			found = append(found, folder+": no package comment")
		}
	}
	slices.Sort(found)
	return found
}

// bareNames gives the exported names that d declares without a comment.
// Methods of an unexported type need none.
func bareNames(d ast.Decl) []*ast.Ident {
	switch d := d.(type) {
	case *ast.FuncDecl:
		if d.Doc == nil && d.Name.IsExported() && exportedReceiver(d) {
			return []*ast.Ident{d.Name}
		}
	case *ast.GenDecl:
		var bare []*ast.Ident
		for _, spec := range d.Specs {
			bare = append(bare, bareSpec(spec, d.Doc != nil)...)
		}
		return bare
	}
	return nil
}

// bareSpec gives the exported names of spec without a comment. grouped says that the
// whole declaration has one, which is enough for all in it; a constant or variable may
// have its comment on its own line too.
func bareSpec(spec ast.Spec, grouped bool) []*ast.Ident {
	switch spec := spec.(type) {
	case *ast.TypeSpec:
		if spec.Name.IsExported() && !grouped && spec.Doc == nil {
			return []*ast.Ident{spec.Name}
		}
	case *ast.ValueSpec:
		if !grouped && spec.Doc == nil && spec.Comment == nil {
			return slices.DeleteFunc(slices.Clone(spec.Names), func(n *ast.Ident) bool { return !n.IsExported() })
		}
	}
	return nil
}

// exportedReceiver reports whether fn is a function, or a method of an exported type. A
// pointer and type parameters make no difference: the first name counts.
func exportedReceiver(fn *ast.FuncDecl) bool {
	if fn.Recv == nil {
		return true
	}
	exported := true
	ast.Inspect(fn.Recv.List[0].Type, func(n ast.Node) bool {
		if name, ok := n.(*ast.Ident); ok {
			exported = name.IsExported()
			return false
		}
		return true
	})
	return exported
}

// A banned call, the folders where it may stand all the same, and why.
type banned struct {
	of, name string // package or "" for any receiver, and function
	except   []string
	why      string
}

// clockHandedIn is why only programs ask the system for the time: tests set the clock.
const clockHandedIn = "the clock is handed in by the program"

// bannedCalls are found by their names in the source, without types: a call through a
// package that is imported under another name is not seen.
var bannedCalls = []banned{
	{name: "DoAndWait", why: "it deadlocks on the window's own thread; use fyne.Do"},
	{name: "OpenURL", why: "the program opens nothing outside itself"},
	{of: "time", name: "Now", why: clockHandedIn, except: []string{"cmd/"}},
	{of: "time", name: "Since", why: clockHandedIn, except: []string{"cmd/"}},
	{of: "time", name: "Until", why: clockHandedIn, except: []string{"cmd/"}},
}

// forbiddenCalls names uses of bannedCalls outside tests.
func forbiddenCalls(s *sources) []string {
	var found []string
	for _, f := range s.program() {
		ast.Inspect(f.tree, func(n ast.Node) bool {
			if use, ok := n.(*ast.SelectorExpr); ok {
				for _, b := range bannedCalls {
					if b.matches(f.path, use) {
						found = append(found, fmt.Sprintf("%s: %s: %s", s.at(use.Pos()), b.name, b.why))
					}
				}
			}
			return true
		})
	}
	return found
}

// matches reports whether use names the call in a file, by its path from the root,
// where it may not stand. It need be no call: naming the function is enough.
func (b banned) matches(file string, use *ast.SelectorExpr) bool {
	if use.Sel.Name != b.name {
		return false
	}
	of, plain := use.X.(*ast.Ident)
	if b.of != "" && !(plain && of.Name == b.of) {
		return false
	}
	return !slices.ContainsFunc(b.except, func(folder string) bool { return strings.HasPrefix(file, folder) })
}

// unfinishedMark matches the words by which an author marks a place to come
// back to.
var unfinishedMark = regexp.MustCompile(`\b(TO` + `DO|FIX` + `ME|XX` + `X)\b`)

// unfinished names marked places and tests that skip themselves.
func unfinished(s *sources) []string {
	var found []string
	for _, f := range s.files {
		for i, line := range strings.Split(f.text, "\n") {
			if mark := unfinishedMark.FindString(line); mark != "" {
				found = append(found, fmt.Sprintf("%s:%d: %s", f.path, i+1, mark))
			}
		}
		ast.Inspect(f.tree, func(n ast.Node) bool {
			if use, ok := n.(*ast.SelectorExpr); ok && f.test && slices.Contains([]string{"Skip", "Skipf", "SkipNow"}, use.Sel.Name) {
				found = append(found, s.at(use.Pos())+": a skipped test proves nothing")
			}
			return true
		})
	}
	return found
}
