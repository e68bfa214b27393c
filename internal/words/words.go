// Package words turns text keys into the words a person reads, for window,
// command line and documents alike.
//
// The strings live in assets/locale as flat JSON objects, one file a page, key
// to text. A text may hold fmt verbs. A key with a count has a form for each of the
// plural categories of its language, as the Unicode CLDR names them: in English
// "key.one" and "key.other". `cmd/dev check` reads the source for keys and
// fails on one that is missing or unused. What one country says otherwise stands in a
// folder of its own ("en-IE"), laid over that of its language: whatever isn't in it is
// said as the language has it.
package words

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"sort"
	"strings"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"

	"aftershift/internal/fault"
)

// Catalog holds the strings of one language. It never changes after Load, so it
// is safe for concurrent use.
type Catalog struct {
	language language.Tag
	texts    map[string]string
}

// Load reads every *.json file in the folders dirs of fsys, in name order; what a later
// folder says stands before what an earlier one does. A folder is named after its
// language, whose plurals its texts have. It gives fault.Invalid when it is no
// language, when a file is not a flat object of strings or a key stands twice in a
// folder.
func Load(fsys fs.FS, dirs ...string) (*Catalog, error) {
	c := &Catalog{texts: map[string]string{}}
	for _, dir := range dirs {
		over, err := load(fsys, dir)
		if err != nil {
			return nil, err
		}
		c.language = over.language
		maps.Copy(c.texts, over.texts)
	}
	return c, nil
}

func load(fsys fs.FS, dir string) (*Catalog, error) {
	names, err := fs.Glob(fsys, path.Join(dir, "*.json"))
	if err != nil || len(names) == 0 {
		return nil, fault.New(fault.Invalid, "find locale files")
	}
	tag, err := language.Parse(path.Base(dir))
	if err != nil {
		return nil, fault.As(fault.Invalid, "read language", err)
	}
	sort.Strings(names)
	c := &Catalog{language: tag, texts: map[string]string{}}
	for _, name := range names {
		if err := c.add(fsys, name); err != nil {
			return nil, err
		}
	}
	return c, nil
}

func (c *Catalog) add(fsys fs.FS, name string) error {
	raw, err := fs.ReadFile(fsys, name)
	if err != nil {
		return fault.Wrap("read locale file", err)
	}
	var texts map[string]string
	if err := json.Unmarshal(raw, &texts); err != nil {
		return fault.As(fault.Invalid, "parse locale file "+path.Base(name), err)
	}
	for _, k := range keysOf(raw) {
		if _, twice := c.texts[k]; twice {
			return fault.New(fault.Invalid, "text key stands twice: "+k)
		}
		c.texts[k] = texts[k]
	}
	return nil
}

// keysOf gives the keys of a flat object of strings, each as often as it stands
// there: a map would keep the last of two alone.
func keysOf(raw []byte) (keys []string) {
	tokens := json.NewDecoder(bytes.NewReader(raw))
	for n := 0; ; n++ {
		token, err := tokens.Token()
		if err != nil {
			return keys
		}
		if key, is := token.(string); is && n%2 == 1 { // the brace is the first token
			keys = append(keys, key)
		}
	}
}

// T gives the text of key, with args put into its fmt verbs. An unknown key gives
// its last part in plain words, so that a gap is seen, is never blank, and shows
// nobody a key.
func (c *Catalog) T(key string, args ...any) string {
	text, ok := c.texts[key]
	if !ok {
		return inWords(key)
	}
	if len(args) == 0 || !strings.Contains(text, "%") {
		return text // "once" needs no number
	}
	return fmt.Sprintf(text, args...)
}

// inWords says the last part of a key: "copy.said.no_file" as "no file".
func inWords(key string) string {
	last := key[strings.LastIndexByte(key, '.')+1:]
	return strings.NewReplacer("_", " ", "-", " ").Replace(last)
}

// N gives the text of key for a count, in the plural category that the language has
// for it, or in "other" where that has no text. The count is the first fmt argument,
// args follow.
func (c *Catalog) N(key string, n int, args ...any) string {
	form := key + "." + categories[plural.Cardinal.MatchPlural(c.language, max(n, -n), 0, 0, 0, 0)]
	if !c.Has(form) && c.Has(key+".other") {
		form = key + ".other"
	}
	if !c.Has(form) {
		return c.T(key)
	}
	return c.T(form, append([]any{n}, args...)...)
}

// categories are the names of the plural categories in keys.
var categories = map[plural.Form]string{
	plural.Zero: "zero", plural.One: "one", plural.Two: "two", plural.Few: "few", plural.Many: "many", plural.Other: "other",
}

// Has tells whether key has a text.
func (c *Catalog) Has(key string) bool { _, ok := c.texts[key]; return ok }
