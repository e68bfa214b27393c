package document_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"aftershift/internal/document"
)

// What a document is made of. None of it may hold or take a string.
var made = []reflect.Type{
	reflect.TypeFor[document.Document](), reflect.TypeFor[document.Draft](), reflect.TypeFor[document.Together](), reflect.TypeFor[document.Field](), reflect.TypeFor[document.Heading](),
	reflect.TypeFor[document.Paragraph](), reflect.TypeFor[document.List](), reflect.TypeFor[document.Item](),
	reflect.TypeFor[document.Table](), reflect.TypeFor[document.Column](), reflect.TypeFor[document.Rule](),
	reflect.TypeFor[document.Signatures](), reflect.TypeFor[document.Signature](),
	reflect.TypeFor[document.Phrase](), reflect.TypeFor[document.HeaderValue](),
}

func TestDocument_has_no_field_for_a_string(t *testing.T) {
	for _, typ := range made {
		for f := range fields(typ) {
			if f.IsExported() && holdsString(f.Type) {
				t.Errorf("%s.%s can hold a plain string", typ, f.Name)
			}
		}
	}
}

func fields(typ reflect.Type) func(func(reflect.StructField) bool) {
	return func(yield func(reflect.StructField) bool) {
		for i := range typ.NumField() {
			if !yield(typ.Field(i)) {
				return
			}
		}
	}
}

func holdsString(typ reflect.Type) bool {
	switch typ.Kind() {
	case reflect.Slice:
		return holdsString(typ.Elem())
	case reflect.String, reflect.Map:
		return true
	case reflect.Interface:
		return typ != reflect.TypeFor[document.Block]()
	}
	return false
}

func TestPhrase_no_conversion_makes_one(t *testing.T) {
	for _, from := range append(made, reflect.TypeFor[string](), reflect.TypeFor[document.Run]()) {
		for _, to := range []reflect.Type{reflect.TypeFor[document.Phrase](), reflect.TypeFor[document.HeaderValue]()} {
			if from != to && from.ConvertibleTo(to) {
				t.Errorf("%s converts to %s", from, to)
			}
		}
	}
}

// The functions that take a string and give a part of a document. The first
// two take a text key, which is never written itself; the third gives what
// only headers and signatures take.
var takers = map[string]string{"Label": "Phrase", "Count": "Phrase", "Party": "HeaderValue"}

func TestPhrase_no_function_makes_one_of_a_string(t *testing.T) {
	seen := map[string]string{}
	for _, file := range sources(t) {
		for _, d := range file.Decls {
			if f, ok := d.(*ast.FuncDecl); ok && f.Name.IsExported() && takesString(f) {
				for part := range strings.FieldsSeq(results(f)) {
					seen[f.Name.Name] = part
				}
			}
		}
	}
	if !reflect.DeepEqual(seen, takers) {
		t.Errorf("functions from strings to parts of a document: %v, want %v", seen, takers)
	}
}

// sources gives the package's own files, without tests.
func sources(t *testing.T) []*ast.File {
	t.Helper()
	names, err := filepath.Glob("*.go")
	if err != nil || len(names) == 0 {
		t.Fatal("no source files")
	}
	var files []*ast.File
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
	}
	return files
}

func takesString(f *ast.FuncDecl) bool {
	found := false
	ast.Inspect(f.Type.Params, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		found = found || ok && (id.Name == "string" || id.Name == "byte" || id.Name == "rune" || id.Name == "any" || id.Name == "Run")
		return true
	})
	return found
}

// results names the parts of a document among f's results.
func results(f *ast.FuncDecl) string {
	var names []string
	if f.Type.Results == nil {
		return ""
	}
	ast.Inspect(f.Type.Results, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			for _, typ := range made {
				if typ.Name() == id.Name {
					names = append(names, id.Name)
				}
			}
		}
		return true
	})
	return strings.Join(names, " ")
}
