package main

import (
	"context"
	"encoding/json"
	"fmt"
	"go/ast"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"aftershift/cmd/dev/project"
)

// A text key is a string literal of this form whose first part begins a key of
// the locale files. "journal.new" stands in journal.json; what several pages
// say stands in shared.json, under any first part. A key with a count has the
// two texts "key.one" and "key.other".
//
// A key that code puts together begins with a literal that ends in a dot, as in
// "feeling." + name, and every key that begins so counts as used; so does one
// that begins with a literal in hand, as in key + ".title". Where the code shows
// no such literal, a comment beside it names the beginning:
//
//	//words:prefix feeling.
var (
	keyForm       = regexp.MustCompile(`^[a-z]+(\.[a-z0-9_-]+)+$`)
	prefixForm    = regexp.MustCompile(`^[a-z]+(\.[a-z0-9_-]+)*\.$`)
	fileForm      = regexp.MustCompile(`\.(json|aftershift|md|txt|pdf)$`) // a file's name is no key
	prefixComment = regexp.MustCompile(`(?m)^\s*//words:prefix\s+(\S+)\s*$`)
)

// localeFolder holds the texts that every other language is measured by.
const (
	localeFolder = "assets/locale/en"
	sharedPage   = "shared"
)

// checkWords measures the first language alone. A locale file that isn't an object of
// texts is an error; anything else to mend gets a line.
func checkWords(_ context.Context, p project.Project, s *sources) ([]string, error) {
	texts, found, err := readTexts(p.Path(localeFolder))
	if err != nil {
		return nil, err
	}
	used, prefixes := usedKeys(s, texts.firsts)
	return slices.Concat(found, texts.missing(used), texts.unused(used, prefixes)), nil
}

// texts are the keys of a locale folder, and the first parts that they have.
type texts struct {
	keys   map[string]string // key to file
	firsts map[string]bool
}

// readTexts reads a locale folder and names keys that stand in the wrong file
// or have a form that the source reader would not know.
func readTexts(folder string) (texts, []string, error) {
	t := texts{keys: map[string]string{}, firsts: map[string]bool{}}
	paths, err := filepath.Glob(filepath.Join(folder, "*.json"))
	if err != nil {
		return t, nil, err
	}
	var found []string
	for _, path := range paths {
		raw, err := os.ReadFile(path)
		if err != nil {
			return t, nil, err
		}
		complaints, err := t.addFile(filepath.Base(path), raw)
		if err != nil {
			return t, nil, err
		}
		found = append(found, complaints...)
	}
	return t, found, nil
}

// addFile takes in the keys of one locale file, raw, and gives a line for each to mend.
// Those count as known all the same, so that one fault isn't told twice.
func (t texts) addFile(name string, raw []byte) ([]string, error) {
	var pairs map[string]string
	if err := json.Unmarshal(raw, &pairs); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	page := strings.TrimSuffix(name, ".json")
	t.firsts[page] = page != sharedPage
	var found []string
	for _, key := range slices.Sorted(maps.Keys(pairs)) {
		switch {
		case !keyForm.MatchString(key):
			found = append(found, fmt.Sprintf("%s: key %q must be lower-case words joined by dots", name, key))
		case page != sharedPage && !strings.HasPrefix(key, page+"."):
			found = append(found, fmt.Sprintf("%s: key %q must begin with %q", name, key, page+"."))
		case strings.TrimSpace(pairs[key]) == "":
			found = append(found, fmt.Sprintf("%s: key %q has no text", name, key))
		}
		first, _, _ := strings.Cut(key, ".")
		t.keys[key], t.firsts[first] = name, true
	}
	return found, nil
}

// usedKeys gives every text key in the program's source with its first place,
// and the beginnings of those that are put together.
func usedKeys(s *sources, firsts map[string]bool) (used map[string]string, prefixes []string) {
	used = map[string]string{}
	for _, f := range s.program() {
		for _, m := range prefixComment.FindAllStringSubmatch(f.text, -1) {
			prefixes = append(prefixes, m[1])
		}
		ast.Inspect(f.tree, func(n ast.Node) bool {
			literal, ok := n.(*ast.BasicLit)
			if !ok || literal.Kind != token.STRING {
				return true
			}
			key, err := strconv.Unquote(literal.Value)
			first, _, _ := strings.Cut(key, ".")
			switch {
			case err != nil || !firsts[first]:
			case prefixForm.MatchString(key):
				prefixes = append(prefixes, key)
			case keyForm.MatchString(key) && !fileForm.MatchString(key) && used[key] == "":
				used[key] = s.at(literal.Pos())
			}
			return true
		})
	}
	return used, prefixes
}

// missing names used keys without a text, and counts with one of their two
// texts only.
func (t texts) missing(used map[string]string) []string {
	var found []string
	for _, key := range slices.Sorted(maps.Keys(used)) {
		_, plain := t.keys[key]
		_, one := t.keys[key+".one"]
		_, other := t.keys[key+".other"]
		if !plain && !(one && other) && !t.begins(key+".") {
			found = append(found, fmt.Sprintf("%s: no text for %q", used[key], key))
		}
	}
	return found
}

// begins tells whether a key begins so, but for the two texts of a count.
func (t texts) begins(prefix string) bool {
	for key := range t.keys {
		if rest, ok := strings.CutPrefix(key, prefix); ok && rest != "one" && rest != "other" {
			return true
		}
	}
	return false
}

// unused names texts that no source uses.
func (t texts) unused(used map[string]string, prefixes []string) []string {
	var found []string
	for _, key := range slices.Sorted(maps.Keys(t.keys)) {
		base := strings.TrimSuffix(strings.TrimSuffix(key, ".one"), ".other")
		announced := slices.ContainsFunc(prefixes, func(p string) bool { return strings.HasPrefix(key, p) })
		if used[key] == "" && used[base] == "" && !announced && !partOf(used, key) {
			found = append(found, fmt.Sprintf("%s: %q is used nowhere", t.keys[key], key))
		}
	}
	return found
}

// partOf tells whether code uses the beginning of the key and adds the rest.
func partOf(used map[string]string, key string) bool {
	for cut := strings.LastIndexByte(key, '.'); cut > 0; cut = strings.LastIndexByte(key[:cut], '.') {
		if used[key[:cut]] != "" {
			return true
		}
	}
	return false
}
