package packaging

import (
	"context"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"aftershift/cmd/dev/project"
)

// originsPage names, for everything in the program that is no code, where it
// comes from and its terms: the last table of the page.
const originsPage = "assets/licenses/README.md"

// A provenance is a row of that table.
type provenance struct{ files, terms []string }

// foreignContent are the files of other modules that are content, whose terms
// are often not their module's.
var foreignContent = []string{".ttf", ".otf", ".svg", ".png"}

// quoted matches a name in a row.
var quoted = regexp.MustCompile("`([^`]+)`")

// readOrigins returns the rows that name a file in their first column and terms
// in their last.
func readOrigins(page string) []provenance {
	var rows []provenance
	for _, line := range strings.Split(page, "\n") {
		cells := strings.Split(strings.Trim(line, "| "), " | ")
		if !strings.HasPrefix(line, "|") || len(cells) != 4 {
			continue
		}
		if o := (provenance{names(cells[0]), names(cells[3])}); len(o.files) > 0 {
			rows = append(rows, o)
		}
	}
	return rows
}

// names returns what stands between backquotes in a cell of the table, in order.
func names(cell string) []string {
	var found []string
	for _, match := range quoted.FindAllStringSubmatch(cell, -1) {
		found = append(found, match[1])
	}
	return found
}

// checkOrigins names files inside the programs without an origin, terms that are
// not there, terms that nothing needs, and what the README says of the project's
// own otherwise than project.txt.
func checkOrigins(ctx context.Context, p project.Project) ([]string, error) {
	page, err := os.ReadFile(p.Path(originsPage))
	if err != nil {
		return nil, err
	}
	inside := map[string]bool{}
	for _, system := range systems {
		listed, err := listLinked(ctx, p, system, "{{range .EmbedFiles}}{{$.ImportPath}}/{{.}}\n{{end}}")
		if err != nil {
			return nil, err
		}
		for _, file := range listed {
			inside[file] = true
		}
	}
	kept, err := otherTerms(p)
	if err != nil {
		return nil, err
	}
	found := compareOrigins(readOrigins(string(page)), slices.Sorted(maps.Keys(inside)), kept, string(page))
	return append(found, checkOwnTerms(p)...), nil
}

// otherTerms returns the terms beside licenseFolder, from assets/licenses.
func otherTerms(p project.Project) ([]string, error) {
	root := p.Path("assets/licenses")
	var kept []string
	for _, below := range []string{"*.txt", "*/*.txt"} {
		paths, err := filepath.Glob(filepath.Join(root, below))
		if err != nil {
			return nil, err
		}
		for _, at := range paths {
			if name, _ := filepath.Rel(root, at); !strings.HasPrefix(name, "modules") {
				kept = append(kept, filepath.ToSlash(name))
			}
		}
	}
	return kept, nil
}

// compareOrigins holds the rows against the files inside and the terms kept.
// Terms may be named below the table as well.
func compareOrigins(rows []provenance, inside, kept []string, page string) []string {
	var found []string
	for _, file := range inside {
		if needsOrigin(file) && !slices.ContainsFunc(rows, func(o provenance) bool { return o.holds(file) }) {
			found = append(found, file+": in the program, but "+originsPage+" does not say where it comes from")
		}
	}
	for _, row := range rows {
		if !slices.ContainsFunc(inside, row.holds) {
			found = append(found, strings.Join(row.files, ", ")+": in "+originsPage+", but not in the program")
		}
		if len(row.terms) == 0 {
			found = append(found, strings.Join(row.files, ", ")+": no terms in "+originsPage)
		}
		for _, terms := range row.terms {
			if !slices.Contains(kept, terms) {
				found = append(found, "assets/licenses/"+terms+": not there")
			}
		}
	}
	for _, terms := range kept {
		if !strings.Contains(page, "`"+terms+"`") {
			found = append(found, "assets/licenses/"+terms+": "+originsPage+" does not say what needs it")
		}
	}
	return found
}

// needsOrigin reports whether a file inside is content: anything of ours but
// the terms themselves, and of other modules what has terms of its own.
func needsOrigin(file string) bool {
	if strings.HasPrefix(file, "aftershift/") {
		return !strings.HasPrefix(file, "aftershift/assets/licenses/")
	}
	return slices.Contains(foreignContent, path.Ext(file))
}

// holds reports whether the row names the file, by patterns as path.Match has them: *
// ends at a slash. A pattern that is malformed names nothing.
func (o provenance) holds(file string) bool {
	return slices.ContainsFunc(o.files, func(pattern string) bool {
		matched, err := path.Match(pattern, file)
		return err == nil && matched
	})
}

// checkOwnTerms compares the README with the first line of the project's terms.
func checkOwnTerms(p project.Project) []string {
	terms, err := os.ReadFile(p.Path("assets/licenses/project.txt"))
	if err != nil {
		return []string{err.Error()}
	}
	readme, err := os.ReadFile(p.Path("README.md"))
	if err != nil {
		return []string{err.Error()}
	}
	first, _, _ := strings.Cut(string(terms), "\n")
	if !strings.Contains(string(readme), first) {
		return []string{"README.md: does not say of the project's own licence: " + first}
	}
	return nil
}
