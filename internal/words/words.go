// Package words turns text keys into the words a person reads, for window,
// command line and documents alike.
//
// The strings live in assets/locale as flat JSON objects, one file a page, key
// to text. A text may hold fmt verbs. A key with a count has the two forms
// "key.one" and "key.other". `cmd/dev check` reads the source for keys and
// fails on one that is missing or unused.
package words

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"sort"
	"strings"

	"aftershift/internal/fault"
)

// Catalog holds the strings of one language. It never changes after Load, so it
// is safe for concurrent use.
type Catalog struct{ texts map[string]string }

// Load reads every *.json file in dir of fsys, in name order. It gives
// fault.Invalid when a file is not a flat object of strings or a key stands
// twice.
func Load(fsys fs.FS, dir string) (*Catalog, error) {
	names, err := fs.Glob(fsys, path.Join(dir, "*.json"))
	if err != nil || len(names) == 0 {
		return nil, fault.New(fault.Invalid, "find locale files")
	}
	sort.Strings(names)
	c := &Catalog{texts: map[string]string{}}
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

// T gives the text of key, with args put into its fmt verbs. An unknown key is
// given back as it is, so that a gap is seen and never blank.
func (c *Catalog) T(key string, args ...any) string {
	text, ok := c.texts[key]
	if !ok {
		return key
	}
	if len(args) == 0 || !strings.Contains(text, "%") {
		return text // "once" needs no number
	}
	return fmt.Sprintf(text, args...)
}

// N gives the text of key for a count: key.one for 1, else key.other. The count
// is the first fmt argument, args follow.
func (c *Catalog) N(key string, n int, args ...any) string {
	form := key + ".other"
	if n == 1 {
		form = key + ".one"
	}
	return c.T(form, append([]any{n}, args...)...)
}

// Has tells whether key has a text.
func (c *Catalog) Has(key string) bool { _, ok := c.texts[key]; return ok }
