package sharing_test

import (
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
	"aftershift/internal/document/formats"
	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/redact"
	"aftershift/internal/supervision"
)

// wide gives a name in letters of full width, which East Asian keyboards write.
func wide(name string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == ' ':
			return '\u3000'
		case r > ' ' && r <= '~':
			return r - '!' + '\uff01'
		}
		return r
	}, name)
}

// between gives a name with a sign between the letters of each word.
func between(sign string) func(string) string {
	return func(name string) string {
		var b strings.Builder
		last := ' '
		for _, r := range name {
			if r != ' ' && last != ' ' {
				b.WriteString(sign)
			}
			b.WriteRune(r)
			last = r
		}
		return b.String()
	}
}

// writings are ways in which keyboards, other programs and people write one name.
var writings = map[string]func(string) string{
	"plain":             func(s string) string { return s },
	"no-break space":    func(s string) string { return strings.ReplaceAll(s, " ", "\u00a0") },
	"narrow space":      func(s string) string { return strings.ReplaceAll(s, " ", "\u202f") },
	"two lines":         func(s string) string { return strings.ReplaceAll(s, " ", "\n") },
	"soft hyphen":       between("\u00ad"),
	"joiner":            between("\u200d"),
	"non-joiner":        between("\u200c"),
	"no width":          between("\u200b"),
	"word joiner":       between("\u2060"),
	"byte order mark":   between("\ufeff"),
	"variation":         between("\ufe0f"),
	"grapheme joiner":   between("\u034f"),
	"decomposed":        norm.NFD.String,
	"composed":          norm.NFC.String,
	"full width":        wide,
	"capitals":          strings.ToUpper,
	"small":             strings.ToLower,
	"without accents":   plainLetters,
	"right to left":     func(s string) string { return "\u202b" + s + "\u202c" },
	"mathematical bold": func(s string) string { return styled(s, 0x1D400, 0x1D41A) },
	"in circles":        func(s string) string { return styled(s, 0x24B6, 0x24D0) },
}

// styled gives a name in letters that are another alphabet to a computer alone.
func styled(name string, capital, small rune) string {
	return strings.Map(func(r rune) rune {
		switch {
		case 'A' <= r && r <= 'Z':
			return r - 'A' + capital
		case 'a' <= r && r <= 'z':
			return r - 'a' + small
		}
		return r
	}, name)
}

// plainLetters gives the letters and spaces of a text as a reader's eye has them,
// without accents.
func plainLetters(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || r == ' ' {
			return r
		}
		return -1
	}, norm.NFKD.String(text))
}

// seen reports whether a reader sees one of the words in a text, whatever their signs
// are to a computer.
func seen(text string, words ...string) bool {
	text = strings.ToLower(strings.ReplaceAll(plainLetters(text), " ", ""))
	for _, w := range words {
		if strings.Contains(text, strings.ToLower(plainLetters(w))) {
			return true
		}
	}
	return false
}

// Somebody of the register and a member of a group leave in no paper and in no file's
// name, however their names are written, wherever they stand. The ordinary run takes some
// papers of each writing; with -outside all are made.
func TestDesk_no_writing_of_a_name_leaves(t *testing.T) {
	for m, how := range slices.Sorted(maps.Keys(writings)) {
		write := writings[how]
		for back, register := range map[string]func(string) string{"": writings["plain"], " into the register": write} {
			d, papers := writtenJournal(t, write, register)
			for n, paper := range papers {
				if !*outside && (n+m)%4 != 0 {
					continue
				}
				c := draftOf(t, d, app.CopyOf{Paper: paper, Audience: supervision.ForExternalSupervisor})
				c.MaskAll()
				f := app.Formats()[(n+m)%len(app.Formats())]
				file := filepath.Join(t.TempDir(), f.FileName("copy"))
				if _, err := d.SaveCopy(c, f, file, false); err != nil {
					t.Errorf("%s%s: %s as %s: %v", how, back, paper.Name(), f.Name, err)
					continue
				}
				if text := apptest.ReadBack(t, f, file); seen(text, "Mottram", "Bélanger", "Kowalczyk") {
					t.Errorf("%s%s: %s as %s holds a name:\n%s", how, back, paper.Name(), f.Name, text)
				}
			}
			fileNames(t, d, papers[0], how+back, write)
		}
	}
}

// fileNames has no file be called after anybody, however the name is written.
func fileNames(t *testing.T, d *app.Desk, paper app.Paper, how string, write func(string) string) {
	t.Helper()
	c := draftOf(t, d, app.CopyOf{Paper: paper, Audience: supervision.ForExternalSupervisor})
	c.MaskAll()
	for _, name := range []string{"Mottram", "Zoë Bélanger", "Kowalczyk"} {
		if name = write(name); strings.Contains(name, "\n") {
			continue
		}
		_, err := d.SaveCopy(c, formats.Text, filepath.Join(t.TempDir(), "for "+name+".txt"), false)
		if fault.KindOf(err) != fault.Exposed {
			t.Errorf("%s: a file is called after %q: %v", how, name, err)
		}
	}
}

// writtenJournal gives papers in which names are written in one way, of a journal whose
// register has them in another.
func writtenJournal(t *testing.T, write, register func(string) string) (*app.Desk, []app.Paper) {
	t.Helper()
	d, c := apptest.NewTestDesk(t)
	line := func(s string) string { return strings.ReplaceAll(s, "\n", " ") }
	for _, name := range []string{"Leanne Mottram", "Zoë Bélanger"} {
		_, err := d.SavePerson(app.Person{Person: redact.Person{Forms: []string{line(register(name))}, Role: "parent"}})
		apptest.Must(t, err)
	}
	group, err := d.SetUpGroup(app.GroupSetUp{Name: "Tuesday group", Members: []app.Member{{Name: line(register("Wioletta Kowalczyk"))}}, Group: app.Group{
		Confidentiality: fmt.Sprintf("As %s said to %s, it stays here.", write("Wioletta Kowalczyk"), write("Zoë Bélanger")),
	}})
	apptest.Must(t, err)
	says := fmt.Sprintf("I met %s there. Later %s rang, and %s left.", write("Leanne Mottram"), write("Zoë Bélanger"), write("Wioletta Kowalczyk"))
	title := line(fmt.Sprintf("About %s and %s", write("Leanne Mottram"), write("Wioletta Kowalczyk")))
	e := apptest.Write(t, d, says, title, says, journal.Next)
	session, err := d.PlanSession(app.Plan{Start: c.Now().Add(48 * time.Hour), Minutes: 60, Name: "Ruth Adeyemi"})
	apptest.Must(t, err)
	_, err = d.AddNewItem(session, supervision.AgendaItem{Title: title, Words: says, KeyQuestion: title})
	apptest.Must(t, err)
	with := d.Relationships()[0].ID
	for _, r := range d.Relationships() {
		if r.Name == "Ruth Adeyemi" {
			with = r.ID
		}
	}
	a, err := d.NewAgreement(with)
	apptest.Must(t, err)
	for _, term := range app.AgreementTerms() {
		a = a.Saying(term, says)
	}
	agreement, err := d.SaveAgreement(a)
	apptest.Must(t, err)
	_, err = d.SavePractice(app.Practice{Text: says, Source: title, With: with})
	apptest.Must(t, err)
	apptest.Must(t, d.SetBest(with, says))
	return d, []app.Paper{
		app.EntriesPaper{Entries: []journal.ID{e.ID}, Private: true},
		app.AgendaPaper{Session: session},
		app.CasePaper{Entry: e.ID, Private: true},
		app.GroupSheet{Group: group},
		app.RoundPaper{Group: group, Entry: e.ID},
		app.AgreementPaper{Agreement: agreement},
		app.CardPaper{With: with},
		app.PracticesPaper{},
	}
}
