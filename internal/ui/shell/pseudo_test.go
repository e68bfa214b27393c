package shell

import (
	"encoding/json"
	"io/fs"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"aftershift/assets"
	"aftershift/internal/app"
	"aftershift/internal/words"
)

// pseudo are the letters of a language that nobody speaks: whoever knows English can
// read it, and what is not in it stands outside the locale files.
var pseudo = func() *strings.Replacer {
	plain, other := "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", "àƀçđèƒğĥìĵķľṁñòþqŕšţùṽŵẋýžÀƁÇĐÈƑĞĤÌĴĶĽṀÑÒÞQŔŠŢÙṼŴẊÝŽ"
	var pairs []string
	to := []rune(other)
	for i, r := range []rune(plain) {
		pairs = append(pairs, string(r), string(to[i]))
	}
	return strings.NewReplacer(append(pairs, "…", "⋯", "q", "ʠ", "Q", "Ǫ")...)
}()

// verb is a place in a text that something is put into.
var verb = regexp.MustCompile(`%(\[\d+\])?[-+#.0-9]*[a-zA-Z%]`)

// inPseudo says a text in that language, a quarter longer than it is in English, as
// German or Welsh would.
func inPseudo(text string) string {
	var b strings.Builder
	from := 0
	for _, at := range verb.FindAllStringIndex(text, -1) {
		b.WriteString(pseudo.Replace(text[from:at[0]]))
		b.WriteString(text[at[0]:at[1]])
		from = at[1]
	}
	b.WriteString(pseudo.Replace(text[from:]))
	if letters := len([]rune(text)); letters > 3 {
		b.WriteString(" " + strings.Repeat("ò", max(letters/5-1, 1)))
	}
	return b.String()
}

// pseudoLanguage gives all texts of the program in that language.
func pseudoLanguage(t *testing.T) *words.Catalog {
	t.Helper()
	all := map[string]string{}
	names, err := fs.Glob(assets.Locale(), "en/*.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		raw, err := fs.ReadFile(assets.Locale(), name)
		if err != nil {
			t.Fatal(err)
		}
		texts := map[string]string{}
		if err := json.Unmarshal(raw, &texts); err != nil {
			t.Fatal(err)
		}
		for key, text := range texts {
			all[key] = inPseudo(text)
		}
	}
	raw, err := json.Marshal(all)
	if err != nil {
		t.Fatal(err)
	}
	c, err := words.Load(fstest.MapFS{"en/all.json": {Data: raw}}, "en")
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// TestShell_every_page_in_another_language walks the pages in a language that is
// written in other letters and takes more room. Plain letters are then either what
// the journal's writer wrote, or a text that stands outside the locale files; and
// what is cut has no room for its words.
func TestShell_every_page_in_another_language(t *testing.T) {
	s := newPlay(t)
	*s.app.Words() = *pseudoLanguage(t)
	s.window.Resize(fyne.NewSize(1280, 760))
	written := writtenIn(t)
	madeUp(t, s.enterSample(), written)
	s.walk(func(page string) {
		s.settle()
		visit(s.window.Content(), func(o fyne.CanvasObject) {
			if line, is := o.(*canvas.Text); is {
				s.checkPseudo(page, line.Text, written)
			}
		})
	})
}

func (s *scene) checkPseudo(page, line string, written map[string]bool) {
	s.t.Helper()
	whole := line
	if strings.HasSuffix(line, "…") { // what was written may be cut, also within a word
		whole = line[:max(strings.LastIndexByte(line, ' '), 0)]
	}
	if strings.HasPrefix(line, "/") || strings.HasPrefix(line, "https://") { // a file's place, a source's address
		return
	}
	for _, word := range strings.FieldsFunc(whole, func(r rune) bool { return !unicode.IsLetter(r) }) {
		plain := strings.IndexFunc(word, func(r rune) bool { return r > unicode.MaxASCII }) < 0
		if plain && !written[strings.ToLower(word)] {
			s.t.Errorf("%s: %q is not translated in %q", page, word, line)
		}
	}
	if before, cut := strings.CutSuffix(line, "…"); cut {
		last := []rune(strings.TrimSpace(before))
		if len(last) > 0 && last[len(last)-1] > unicode.MaxASCII && unicode.IsLetter(last[len(last)-1]) {
			s.t.Errorf("%s: %q is cut", page, line)
		}
	}
}

// writtenIn gives every word that the fictional journal, the themes, and the files of
// rules and of ways to hold a meeting hold, and the names of keys.
func writtenIn(t *testing.T) map[string]bool {
	t.Helper()
	all := map[string]bool{}
	for _, name := range strings.Fields("ctrl alt enter tab esc aftershift") {
		all[name] = true
	}
	for _, folder := range []fs.FS{assets.Sample(), assets.Themes(), assets.Packs(), assets.Procedures()} {
		names, err := fs.Glob(folder, "*.json")
		if err != nil || len(names) == 0 {
			t.Fatal(names, err)
		}
		for _, name := range names {
			raw, err := fs.ReadFile(folder, name)
			if err != nil {
				t.Fatal(err)
			}
			for _, word := range strings.FieldsFunc(strings.ReplaceAll(string(raw), `\n`, " "), func(r rune) bool { return !unicode.IsLetter(r) }) {
				all[strings.ToLower(word)] = true
			}
		}
	}
	return all
}

// madeUp adds the names that copies give people in place of their own: one word each.
func madeUp(t *testing.T, desk *app.Desk, to map[string]bool) {
	t.Helper()
	for _, p := range desk.People() {
		all, err := desk.ShownAs(p.ID)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range all {
			if !strings.Contains(name, " ") {
				to[strings.ToLower(name)] = true
			}
		}
	}
}
