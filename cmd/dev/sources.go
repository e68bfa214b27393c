package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// sources are all Go files of the project, parsed once for every check.
type sources struct {
	set   *token.FileSet
	files []source
}

// A source is one file. Its tree holds comments, and no identifier in it is resolved.
type source struct {
	path string // from the root, with slashes
	test bool
	text string
	tree *ast.File
}

// readSources parses every Go file below root; folders that the go command
// leaves out, and out, are left out. A file that does not parse is an error.
func readSources(root string) (*sources, error) {
	s := &sources{set: token.NewFileSet()}
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name := entry.Name()
		if entry.IsDir() {
			if path != root && (strings.HasPrefix(name, ".") || name == "testdata" || name == "out") {
				return filepath.SkipDir
			}
			return nil
		}
		if filepath.Ext(name) != ".go" {
			return nil
		}
		below, err := filepath.Rel(root, path)
		if err != nil {
			return err
		}
		return s.add(path, filepath.ToSlash(below))
	})
	return s, err
}

// add reads the file at path; below is that path from the root, with slashes.
func (s *sources) add(path, below string) error {
	text, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	return s.addText(below, string(text))
}

// addText parses text as the file below, by which positions are told. Text that isn't
// Go is the parser's error, and nothing is added.
func (s *sources) addText(below, text string) error {
	tree, err := parser.ParseFile(s.set, below, text, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		return err
	}
	s.files = append(s.files, source{
		path: below, test: strings.HasSuffix(below, "_test.go"), text: text, tree: tree,
	})
	return nil
}

// paths gives the files' paths from the root.
func (s *sources) paths() []string {
	var paths []string
	for _, f := range s.files {
		paths = append(paths, f.path)
	}
	return paths
}

// program gives the files that are no tests.
func (s *sources) program() []source {
	var files []source
	for _, f := range s.files {
		if !f.test {
			files = append(files, f)
		}
	}
	return files
}

// at gives "path:line" of a place.
func (s *sources) at(pos token.Pos) string {
	p := s.set.Position(pos)
	return fmt.Sprintf("%s:%d", p.Filename, p.Line)
}

// lineCount gives how many lines a node takes.
func (s *sources) lineCount(n ast.Node) int {
	return s.set.Position(n.End()).Line - s.set.Position(n.Pos()).Line + 1
}
