package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/importer"
	"go/types"
	"io"
	"os"
	"path"
	"runtime"
	"strings"

	"aftershift/cmd/dev/project"
)

// A typed package is one of the module, checked without its tests. Its files
// are those that this system builds.
type typed struct {
	folder string // from the root, with slashes
	pkg    *types.Package
	info   *types.Info
	trees  []*ast.File
}

// built is the part of `go list -export -json` that checking needs.
type built struct {
	ImportPath, Dir, Export string
	GoFiles                 []string
	Module                  *struct{ Main bool }
}

// ours reports whether the package is of this module; one of Go's own library has none.
func (b built) ours() bool { return b.Module != nil && b.Module.Main }

// typeCheck gives every package of the module, those that others import first.
// What is not ours is read as the go command compiled it.
func typeCheck(ctx context.Context, p project.Project, s *sources) ([]typed, error) {
	packages, err := listBuilt(ctx, p)
	if err != nil {
		return nil, err
	}
	exports := map[string]string{}
	for _, b := range packages {
		exports[b.ImportPath] = b.Export
	}
	trees := map[string]*ast.File{}
	for _, f := range s.files {
		trees[f.path] = f.tree
	}
	compiled := importer.ForCompiler(s.set, "gc", func(path string) (io.ReadCloser, error) {
		if exports[path] == "" {
			return nil, errors.New("not compiled")
		}
		return os.Open(exports[path])
	})
	known := known{compiled, map[string]*types.Package{}}
	var all []typed
	for _, b := range packages {
		if !b.ours() {
			continue
		}
		t := typed{folder: p.Rel(b.Dir), info: &types.Info{
			Defs: map[*ast.Ident]types.Object{}, Uses: map[*ast.Ident]types.Object{},
		}}
		for _, name := range b.GoFiles {
			t.trees = append(t.trees, trees[path.Join(t.folder, name)])
		}
		config := types.Config{Importer: known, Sizes: types.SizesFor("gc", runtime.GOARCH)}
		if t.pkg, err = config.Check(b.ImportPath, s.set, t.trees, t.info); err != nil {
			return nil, err
		}
		known.ours[b.ImportPath] = t.pkg
		all = append(all, t)
	}
	return all, nil
}

// known finds a package among those of ours that are checked already, or as it
// was compiled.
type known struct {
	types.Importer
	ours map[string]*types.Package
}

// Import implements types.Importer.
func (k known) Import(path string) (*types.Package, error) {
	if pkg := k.ours[path]; pkg != nil {
		return pkg, nil
	}
	return k.Importer.Import(path)
}

// listBuilt compiles what is not compiled yet and gives every package that the
// module needs, dependencies first.
func listBuilt(ctx context.Context, p project.Project) ([]built, error) {
	out, err := p.Output(ctx, "go", "list", "-deps", "-export",
		"-json=ImportPath,Dir,Export,GoFiles,Module", "./...")
	if err != nil {
		return nil, err
	}
	var all []built
	for stream := json.NewDecoder(strings.NewReader(out)); ; {
		var b built
		if err := stream.Decode(&b); errors.Is(err, io.EOF) {
			return all, nil
		} else if err != nil {
			return nil, fmt.Errorf("go list: %w", err)
		}
		all = append(all, b)
	}
}
