package packaging

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"aftershift/cmd/dev/project"
)

// licenseFolder holds one file for each module that is linked into a program
// on any system; checkOrigins looks after the rest of assets/licenses.
const licenseFolder = "assets/licenses/modules"

// licenseName matches the names under which modules keep their terms, at their
// root as beside code that they took over: LICENSE.md, COPYING, LICENSE-reader.
var licenseName = regexp.MustCompile(`^(?i)(un)?(licen[cs]e|copying|notice|patents)([-_.][a-z0-9]+)*$`)

// systems are those that the program is built for.
var systems = []string{"linux", "darwin", "windows"}

// A module is what is linked of one: its folder, and those of its packages.
type module struct {
	root     string
	packages []string
}

// WriteTerms writes the terms of every linked module into licenseFolder and
// takes away those of modules that are no longer linked. It takes no args.
func WriteTerms(ctx context.Context, p project.Project, args []string) error {
	if len(args) > 0 {
		return errors.New("licenses takes no arguments")
	}
	wanted, err := linkedTerms(ctx, p)
	if err != nil {
		return err
	}
	if err := os.RemoveAll(p.Path(licenseFolder)); err != nil {
		return err
	}
	if err := os.MkdirAll(p.Path(licenseFolder), 0o755); err != nil {
		return err
	}
	for name, text := range wanted {
		if err := os.WriteFile(p.Path(licenseFolder+"/"+name), []byte(text), 0o644); err != nil {
			return err
		}
	}
	fmt.Printf("%d licences in %s\n", len(wanted), licenseFolder)
	return nil
}

// linkedTerms returns what licenseFolder has to hold, by file name.
func linkedTerms(ctx context.Context, p project.Project) (map[string]string, error) {
	modules, err := linkedModules(ctx, p)
	if err != nil {
		return nil, err
	}
	wanted := map[string]string{}
	for name, m := range modules {
		text, err := m.terms()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		wanted[licenseFile(name)] = text
	}
	return wanted, nil
}

// linkedModules returns the modules of both programs on every system; Go's own
// library is among them as "go", with its root alone: what it has taken over is
// under the same terms.
func linkedModules(ctx context.Context, p project.Project) (map[string]module, error) {
	modules := map[string]module{}
	const format = "{{with .Module}}{{if not .Main}}{{.Path}}\t{{.Dir}}\t{{$.Dir}}{{end}}{{end}}"
	for _, system := range systems {
		listed, err := listLinked(ctx, p, system, format)
		if err != nil {
			return nil, err
		}
		for _, line := range listed {
			fields := strings.SplitN(line, "\t", 3)
			m := modules[fields[0]]
			m.root = fields[1]
			if !slices.Contains(m.packages, fields[2]) {
				m.packages = append(m.packages, fields[2])
			}
			modules[fields[0]] = m
		}
	}
	root, err := p.Output(ctx, "go", "env", "GOROOT")
	modules["go"] = module{root: strings.TrimSpace(root)}
	return modules, err
}

// listLinked runs go list with a template over every package of both programs
// on a system, and returns the lines.
func listLinked(ctx context.Context, p project.Project, system, format string) ([]string, error) {
	args := []string{"list", "-deps", "-f", format}
	for _, name := range project.Programs {
		args = append(args, "./cmd/"+name)
	}
	out, err := p.OutputOn(ctx, []string{"GOOS=" + system, "CGO_ENABLED=1"}, "go", args...)
	if err != nil {
		return nil, fmt.Errorf("list packages for %s: %w", system, err)
	}
	return project.Lines(out), nil
}

// terms returns the text of every licence file at the module's root, beside its
// linked packages, in the folders between, and beside C code that a package
// keeps below itself. Text from below the root is headed by its place.
func (m module) terms() (string, error) {
	folders := map[string]bool{m.root: true}
	for _, at := range m.packages {
		for above := at; above != m.root && strings.HasPrefix(above, m.root); above = filepath.Dir(above) {
			folders[above] = true
		}
		below, err := foldersOfC(at)
		if err != nil {
			return "", err
		}
		for _, folder := range below {
			folders[folder] = true
		}
	}
	var texts []string
	for _, folder := range slices.Sorted(maps.Keys(folders)) {
		found, err := m.termsIn(folder)
		if err != nil {
			return "", err
		}
		texts = append(texts, found...)
	}
	if len(texts) == 0 {
		return "", errors.New("no licence file")
	}
	return strings.Join(texts, "\n"), nil
}

// foldersOfC returns the folders below a package that are no packages: cgo reads
// C from them.
func foldersOfC(at string) ([]string, error) {
	var found []string
	err := filepath.WalkDir(at, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || !entry.IsDir() || path == at {
			return err
		}
		code, err := filepath.Glob(filepath.Join(path, "*.go"))
		switch {
		case err != nil:
			return err
		case len(code) > 0 || entry.Name() == "testdata":
			return fs.SkipDir
		}
		found = append(found, path)
		return nil
	})
	return found, err
}

// termsIn returns the licence files of one folder, not of those below it, each with
// single line feeds and headed by its place where that isn't the root. A Go file is
// code, whatever its name.
func (m module) termsIn(folder string) ([]string, error) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil, err
	}
	var texts []string
	for _, entry := range entries {
		if entry.IsDir() || !licenseName.MatchString(entry.Name()) || strings.HasSuffix(entry.Name(), ".go") {
			continue
		}
		raw, err := os.ReadFile(filepath.Join(folder, entry.Name()))
		if err != nil {
			return nil, err
		}
		text := strings.TrimSpace(strings.ReplaceAll(string(raw), "\r\n", "\n")) + "\n"
		if below, err := filepath.Rel(m.root, folder); err == nil && below != "." {
			text = "In " + filepath.ToSlash(below) + " (" + entry.Name() + "):\n\n" + text
		}
		texts = append(texts, text)
	}
	return texts, nil
}

// licenseFile returns the name of a module's licence file.
func licenseFile(module string) string { return strings.ReplaceAll(module, "/", "_") + ".txt" }

// CheckTerms returns a line for each thing to mend: linked modules whose terms
// are missing or not whole, terms without a module, and whatever else is in the
// program without its origin.
func CheckTerms(ctx context.Context, p project.Project) ([]string, error) {
	wanted, err := linkedTerms(ctx, p)
	if err != nil {
		return nil, err
	}
	kept, err := readFolder(p.Path(licenseFolder))
	if err != nil {
		return nil, err
	}
	others, err := checkOrigins(ctx, p)
	return append(compareLicenses(wanted, kept), others...), err
}

// readFolder returns the text of each file in a folder by name.
func readFolder(folder string) (map[string]string, error) {
	texts := map[string]string{}
	entries, err := os.ReadDir(folder)
	for _, entry := range entries {
		raw, err := os.ReadFile(filepath.Join(folder, entry.Name()))
		if err != nil {
			return nil, err
		}
		texts[entry.Name()] = string(raw)
	}
	return texts, err
}

// compareLicenses holds the texts wanted against those kept, both by file name, and
// returns a line for each that is missing, differs, or is of nothing that is linked.
func compareLicenses(wanted, kept map[string]string) []string {
	var found []string
	for _, name := range slices.Sorted(maps.Keys(wanted)) {
		if text, there := kept[name]; !there {
			found = append(found, name+": no licence; type: go run ./cmd/dev licenses")
		} else if text != wanted[name] {
			found = append(found, name+": not all that the linked packages' folders say; type: go run ./cmd/dev licenses")
		}
	}
	for _, name := range slices.Sorted(maps.Keys(kept)) {
		if _, linked := wanted[name]; !linked {
			found = append(found, name+": nothing of it is linked")
		}
	}
	return found
}
