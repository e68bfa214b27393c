package main

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// licenseFolder holds one file for each module that is linked into a program
// on any system; fonts and lists have theirs beside it.
const licenseFolder = "assets/licenses/modules"

// licenseNames are the names under which modules keep their terms.
var licenseNames = []string{"LICENSE", "LICENSE.txt", "LICENSE.md", "COPYING", "COPYING.txt", "NOTICE"}

// systems are those that the program is built for.
var systems = []string{"linux", "darwin", "windows"}

// runLicenses writes the terms of every linked module into licenseFolder and
// takes away those of modules that are no longer linked.
func runLicenses(ctx context.Context, p project, args []string) error {
	if len(args) > 0 {
		return errors.New("licenses takes no arguments")
	}
	modules, err := p.linkedModules(ctx)
	if err != nil {
		return err
	}
	if err := os.RemoveAll(p.path(licenseFolder)); err != nil {
		return err
	}
	if err := os.MkdirAll(p.path(licenseFolder), 0o755); err != nil {
		return err
	}
	for _, module := range slices.Sorted(maps.Keys(modules)) {
		text, err := terms(modules[module])
		if err != nil {
			return fmt.Errorf("%s: %w", module, err)
		}
		if err := os.WriteFile(p.path(licenseFolder+"/"+licenseFile(module)), text, 0o644); err != nil {
			return err
		}
	}
	fmt.Printf("%d licences in %s\n", len(modules), licenseFolder)
	return nil
}

// linkedModules gives the modules of both programs on every system, with the
// folders that hold them; Go's own library is among them as "go".
func (p project) linkedModules(ctx context.Context) (map[string]string, error) {
	modules := map[string]string{}
	for _, system := range systems {
		args := []string{"list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}}\t{{.Dir}}{{end}}{{end}}"}
		for _, name := range programs {
			args = append(args, "./cmd/"+name)
		}
		out, err := p.outputOn(ctx, []string{"GOOS=" + system, "CGO_ENABLED=1"}, "go", args...)
		if err != nil {
			return nil, fmt.Errorf("list modules for %s: %w", system, err)
		}
		for _, line := range lines(out) {
			module, folder, _ := strings.Cut(line, "\t")
			modules[module] = folder
		}
	}
	root, err := p.output(ctx, "go", "env", "GOROOT")
	modules["go"] = strings.TrimSpace(root)
	return modules, err
}

// terms reads every licence file at the root of a module's folder.
func terms(folder string) ([]byte, error) {
	var texts []string
	for _, name := range licenseNames {
		text, err := os.ReadFile(filepath.Join(folder, name))
		if errors.Is(err, os.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		texts = append(texts, strings.TrimSpace(strings.ReplaceAll(string(text), "\r\n", "\n"))+"\n")
	}
	if len(texts) == 0 {
		return nil, errors.New("no licence file")
	}
	return []byte(strings.Join(texts, "\n")), nil
}

// licenseFile gives the name of a module's licence file.
func licenseFile(module string) string { return strings.ReplaceAll(module, "/", "_") + ".txt" }

// checkLicenses names linked modules without terms and terms without a module.
func checkLicenses(ctx context.Context, p project, _ *sources) ([]string, error) {
	modules, err := p.linkedModules(ctx)
	if err != nil {
		return nil, err
	}
	paths, err := filepath.Glob(filepath.Join(p.path(licenseFolder), "*.txt"))
	if err != nil {
		return nil, err
	}
	return compareLicenses(slices.Sorted(maps.Keys(modules)), paths), nil
}

func compareLicenses(modules, paths []string) []string {
	var found []string
	kept := map[string]bool{}
	for _, path := range paths {
		kept[filepath.Base(path)] = true
	}
	for _, module := range modules {
		if !kept[licenseFile(module)] {
			found = append(found, module+": no licence; type: go run ./cmd/dev licenses")
		}
		delete(kept, licenseFile(module))
	}
	for _, name := range slices.Sorted(maps.Keys(kept)) {
		found = append(found, name+": nothing of it is linked")
	}
	return found
}
