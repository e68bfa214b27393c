//go:build linux

package tour

import (
	"bytes"
	"context"
	"image/color"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf16"
)

// What a copy must never hold: a name, an address, a telephone number, an NHS
// number and a case reference, all made up.
var nobody = []string{"Maureen", "Hollis", "14 Larch Close", "LS8 2QR", "07700 900123", "943 476 5919", "CW/2024/00317"}

const (
	private = "Visited Maureen Hollis at 14 Larch Close, Millbrook LS8 2QR. Her number is 07700 900123, NHS 943 476 5919, case ref CW/2024/00317. I froze."
	shared  = "Maureen Hollis of 14 Larch Close, Millbrook LS8 2QR, 07700 900123, NHS 943 476 5919, case CW/2024/00317 told me to leave. Was I right to stay?"
	duty    = "I would like to practise saying no. We counted 45/46/47 and then 56/57/58."
)

// TestJourney goes from the first start to a saved copy by keyboard alone.
func TestJourney(t *testing.T) {
	p := newWorker(t)
	p.open()
	words := p.makeJournal()
	p.confirmWords(words)
	p.writeEntries()
	p.planSession()
	p.buildAgenda()
	p.saveCopy()
	p.refusesAnother()
	p.quit(closeTimeout)
	p.checkCopy()
	p.checkJournal()
	p.checkTraces(words)
}

// makeJournal makes the journal and gives its recovery words.
func (p *worker) makeJournal() string {
	p.Helper()
	p.do(Write(secret), Press("Tab"), Write(secret))
	p.do(Turn("Return"))
	p.press("shift+Tab", "shift+Tab", "shift+Tab", "Return")
	words := p.clipboard()
	if n := len(strings.Fields(words)); n != 12 {
		p.Fatalf("%d recovery words on the clipboard", n)
	}
	p.press("Tab", "Tab")
	p.do(Turn("Return"))
	return words
}

// confirmWords answers the banner that asks for the words from paper.
func (p *worker) confirmWords(words string) {
	p.Helper()
	asking := p.banner()
	p.press("Tab", "Return")
	dimmed := p.bannerOther(asking)                                          // by the dialog over it
	p.do(func(_ context.Context, w *Window) error { return w.Paste(words) }) // a busy screen may lose a typed letter
	p.press("Tab", "Tab", "Return")
	p.bannerOther(asking, dimmed)
}

// bannerOther waits until the banner shows none of the colours, and gives the
// one it shows.
func (p *worker) bannerOther(than ...color.RGBA) color.RGBA {
	p.Helper()
	for deadline := time.Now().Add(openTimeout); ; p.rest() {
		if now := p.banner(); !slices.Contains(than, now) {
			return now
		}
		if time.Now().After(deadline) {
			p.Fatal("the right words were not taken")
		}
	}
}

// banner gives the colour at the top of the page, where the banner stands.
func (p *worker) banner() color.RGBA {
	p.Helper()
	picture, err := p.screen.Frame()
	if err != nil {
		p.Fatal(err)
	}
	return picture.RGBAAt(204, 56)
}

// writeEntries writes two entries, marks and flags them.
func (p *worker) writeEntries() {
	p.Helper()
	p.press("ctrl+n")
	p.write(private)
	p.press("ctrl+s")
	p.press("Tab", "Tab", "Tab", "Tab", "7", "Tab", "4")
	p.press("Tab", "Tab", "Tab", "Return")
	p.write("boundar")
	p.press("Return", "Escape")
	p.flag("Visit to Maureen Hollis", shared)
	p.press("ctrl+n")
	p.write("Said yes again.")
	p.flag("Being new on the duty desk", duty)
}

func (p *worker) flag(title, words string) {
	p.Helper()
	p.press("ctrl+b")
	p.write(title)
	p.press("Tab")
	p.write(words)
	p.press("ctrl+s")
}

func (p *worker) planSession() {
	p.Helper()
	p.press("ctrl+2")
	p.press("Tab", "Return")
	p.write("Ruth Adeyemi")
	p.press("Tab", "Tab")
	p.write(time.Now().AddDate(0, 0, 11).Format("2 Jan"))
	p.press("Tab")
	p.write("10:00")
	p.press("Return")
}

// buildAgenda takes both items and a standing one, and moves the second to the
// first place.
func (p *worker) buildAgenda() {
	p.Helper()
	p.press("space", "Down", "space")
	p.press("Tab", "Return")
	p.press("Tab", "Tab", "Tab", "Return")
	p.press("Down", "Down", "Return") // below all that is usual
	p.press("shift+Tab", "shift+Tab", "shift+Tab")
	for _, key := range []string{"alt+Down", "alt+Up", "alt+Up"} {
		p.press(key)
	}
}

// saveCopy decides what waits, signs and saves.
func (p *worker) saveCopy() {
	p.Helper()
	p.press("ctrl+e")
	p.press("k")
	p.press("m")
	p.press("ctrl+s") // not signed yet: leads to the sign-off
	p.press("space")
	p.press("ctrl+s")
	p.press("Return")
	for deadline := time.Now().Add(stableTimeout); len(p.copies()) == 0; {
		if time.Now().After(deadline) {
			p.Fatal("no copy was saved")
		}
		p.rest()
	}
	p.rest()
}

func (p *worker) copies() []string {
	p.Helper()
	found, err := filepath.Glob(filepath.Join(p.home, "Documents", "*.pdf"))
	if err != nil {
		p.Fatal(err)
	}
	return found
}

// refusesAnother tries a second program on the journal: it is told so at once,
// before a key is derived, and touches nothing.
func (p *worker) refusesAnother() {
	p.Helper()
	const inUse = 5
	before := p.journalBytes()
	_, complaint, code, used := p.cli("list")
	if code != inUse || used > time.Second {
		p.Errorf("a second program: exit code %d after %v of work: %s", code, used, complaint)
	}
	if !bytes.Equal(before, p.journalBytes()) {
		p.Error("a second program changed the journal")
	}
}

// checkCopy reads the copy as another program shows it.
func (p *worker) checkCopy() {
	p.Helper()
	raw, err := exec.Command("pdftotext", "-layout", p.copies()[0], "-").Output()
	if err != nil {
		p.Fatal(err)
	}
	text := strings.Join(strings.Fields(string(raw)), " ")
	for _, words := range nobody {
		if strings.Contains(strings.ToLower(text), strings.ToLower(words)) {
			p.Errorf("the copy names %q", words)
		}
	}
	at := -1
	for _, words := range []string{"Being new on the duty desk", "practise saying no", "45/46/47", "Visit to", "Was I right to stay?", "Arriving"} {
		next := strings.Index(text, words)
		if next <= at {
			p.Errorf("%q is missing, or not in its place, in\n%s", words, text)
		}
		at = max(at, next)
	}
	if strings.Contains(text, "56/57/58") || strings.Contains(text, "froze") {
		p.Errorf("what was masked, or is private, stands in\n%s", text)
	}
}

// checkJournal reads back what was marked, and that one sound file is left.
func (p *worker) checkJournal() {
	p.Helper()
	p.tell("verify")
	folder, err := os.ReadDir(filepath.Dir(p.journal()))
	if err != nil || slices.ContainsFunc(folder, func(e fs.DirEntry) bool { return strings.Contains(e.Name(), "-journal") }) {
		p.Errorf("beside the journal: %v, %v", folder, err)
	}
	type overview struct {
		Title, Excerpt, Flag string
		Themes               []string
		Hit, Carrying        int
		Share                struct{ Words string }
	}
	entries := objects[overview](p, p.tell("list", "--json"))
	for _, e := range entries {
		if !strings.HasPrefix(e.Excerpt, "Visited") {
			continue
		}
		if len(e.Themes) != 1 || e.Flag != "next" || e.Share.Words != shared || e.Hit != 7 || e.Carrying != 4 {
			p.Errorf("the entry came back as %+v", e)
		}
		return
	}
	p.Errorf("the entry is not among %+v", entries)
}

// checkTraces looks for what was written in all that is left on the disk, and
// in what the program printed.
func (p *worker) checkTraces(words string) {
	p.Helper()
	secrets := append(slices.Clone(nobody), "I froze", "told me to leave", "Ruth Adeyemi", "practise saying no", "duty desk", secret, words)
	said := p.w.Said()
	looked := 0
	err := filepath.WalkDir(p.home, func(path string, e fs.DirEntry, err error) error {
		if err != nil || !e.Type().IsRegular() || slices.Contains(p.copies(), path) {
			return err
		}
		looked++
		raw, err := os.ReadFile(path)
		for _, one := range found(raw, secrets) {
			p.Errorf("%s holds %q", filepath.Base(path), one)
		}
		return err
	})
	if err != nil || looked < 3 {
		p.Errorf("looked into %d files: %v", looked, err)
	}
	for _, one := range found([]byte(said), secrets) {
		p.Errorf("the program printed %q", one)
	}
}

// found gives which words stand in raw, whatever their case, in UTF-8, UTF-16 or
// UTF-32, little-endian.
func found(raw []byte, words []string) (hits []string) {
	raw = bytes.ToLower(raw)
	for _, each := range words {
		for _, form := range written(strings.ToLower(each)) {
			if bytes.Contains(raw, form) {
				hits = append(hits, each)
			}
		}
	}
	return hits
}

func written(words string) [][]byte {
	var wide, wider []byte
	for _, unit := range utf16.Encode([]rune(words)) {
		wide = append(wide, byte(unit), byte(unit>>8))
	}
	for _, r := range words {
		wider = append(wider, byte(r), byte(r>>8), byte(r>>16), byte(r>>24))
	}
	return [][]byte{[]byte(words), wide, wider}
}

func TestFound_everyForm(t *testing.T) {
	for i, form := range written("Maureen") {
		if got := found(append([]byte{0, 7}, form...), []string{"maureen", "other"}); len(got) != 1 {
			t.Errorf("form %d: %q", i, got)
		}
	}
}
