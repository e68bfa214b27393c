package archtest

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// presenters are the types that decide what a page shows and does. A page has one
// at least, or a reason.
var (
	presenters = []string{"presenter", "writer", "shelf", "door", "welcome", "recovery", "keeper", "State"}
	without    = []string{"reading"} // it shows what it reads, and nothing can be done on it
)

// screens are the packages that a presenter must not know.
var screens = []string{"fyne.io/", module + "/internal/ui/widgets", module + "/internal/ui/look", module + "/internal/ui/hints", module + "/internal/ui/secret", module + "/internal/ui/lookback", module + "/internal/ui/editor"}

// A presenter is tested without a window: the files that hold it know no screen,
// and nobody but itself changes what it holds.
func TestPages_presenters_know_no_screen(t *testing.T) {
	pages := map[string]bool{}
	for _, path := range pageFiles(t) {
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, path, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		page := filepath.Base(filepath.Dir(path))
		if holdsPresenter(file) {
			pages[page] = true
			for _, spec := range file.Imports {
				known := strings.Trim(spec.Path.Value, `"`)
				if slices.ContainsFunc(screens, func(s string) bool { return strings.HasPrefix(known, s) }) {
					t.Errorf("%s: a presenter stands beside an import of %s", path, known)
				}
			}
		} else if !pages[page] {
			pages[page] = slices.Contains(without, page)
		}
		for _, at := range meddling(file) {
			t.Errorf("%s: changes what a presenter holds", set.Position(at))
		}
	}
	for page, has := range pages {
		if !has {
			t.Errorf("ui/%s has no presenter", page)
		}
	}
}

// pageFiles gives the program's files of every page.
func pageFiles(t *testing.T) (files []string) {
	t.Helper()
	all, err := filepath.Glob("../ui/*/*.go")
	if err != nil || len(all) == 0 {
		t.Fatal("no pages", err)
	}
	for _, path := range all {
		_, named := table["ui/"+filepath.Base(filepath.Dir(path))]
		if !named && !strings.HasSuffix(path, "_test.go") {
			files = append(files, path)
		}
	}
	return files
}

func holdsPresenter(file *ast.File) bool {
	return slices.ContainsFunc(file.Decls, func(d ast.Decl) bool {
		fn, is := d.(*ast.FuncDecl)
		if !is || fn.Recv == nil {
			return false
		}
		of := fn.Recv.List[0].Type
		if star, is := of.(*ast.StarExpr); is {
			of = star.X
		}
		name, is := of.(*ast.Ident)
		return is && slices.Contains(presenters, name.Name)
	})
}

// meddling gives the places that set a field of a presenter from outside, where it
// is a field itself.
func meddling(file *ast.File) (found []token.Pos) {
	ast.Inspect(file, func(n ast.Node) bool {
		var set []ast.Expr
		switch n := n.(type) {
		case *ast.AssignStmt:
			set = n.Lhs
		case *ast.IncDecStmt:
			set = []ast.Expr{n.X}
		}
		for _, of := range set {
			if field, is := of.(*ast.SelectorExpr); is && withinPresenter(field.X) {
				found = append(found, of.Pos())
			}
		}
		return true
	})
	return found
}

func withinPresenter(of ast.Expr) bool {
	field, is := of.(*ast.SelectorExpr)
	return is && (slices.Contains(presenters[:3], field.Sel.Name) || withinPresenter(field.X))
}
