package sharing_test

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
	"aftershift/internal/app/input"
	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

// wordNames are given names that are English words, each with sentences in which
// the word is itself.
var wordNames = map[string][]string{
	"Rose": {"The sun rose late.", "Her voice rose at that.", "They gave me a rose."}, "Mark": {"Mark my words.", "It left a mark on the door."},
	"Hope": {"I hope it helps.", "There is hope yet."}, "Will": {"Will she come?", "I will ask again."}, "Joy": {"What a joy it was.", "There was little joy in it."},
	"Sue": {"They may sue the council.", "Nobody wants to sue."}, "Frank": {"To be frank, I was tired.", "It was a frank talk."},
	"Summer": {"In summer we rest.", "It was a long summer."}, "Grace": {"She left with grace.", "There was grace in it."}, "Faith": {"I lost faith in the plan.", "It took faith."},
	"Jack": {"The car needs a jack.", "We had to jack it up."}, "Bill": {"The gas bill came.", "Who pays the bill?"}, "Dawn": {"I drove home at dawn.", "It began to dawn on me."},
	"Art": {"Art is hard to teach.", "We did art with them."}, "Ray": {"A ray of light came in.", "It was a ray of sun."}, "Daisy": {"There was a daisy on the step.", "She drew a daisy."},
	"Amber": {"The light was amber.", "It is rated amber."}, "Chance": {"Give it a chance.", "By chance I was in."}, "Dean": {"The dean had gone.", "Ask the dean."},
	"Rich": {"Nobody there is rich.", "It was a rich talk."},
}

// Nothing in these documents is anything but what the review left on purpose.
func TestDesk_SaveCopy_takes_words_that_are_names(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	folder, n := t.TempDir(), 0
	for name, sentences := range wordNames {
		for _, meets := range []string{"I met %s again.", "I rang %s on the way.", "%s told me about it.", "Then I thanked %s, who smiled.", "%s's mother was there."} {
			for _, sentence := range sentences[:2] {
				n++
				words := fmt.Sprintf(meets, name) + " " + sentence
				c := copyOf(t, d, words)
				c.MaskAll()
				f := []app.Format{PDF, Text}[n%2]
				file := filepath.Join(folder, fmt.Sprint(n))
				if _, err := d.SaveCopy(c, f, file, false); err != nil {
					t.Errorf("%q: %v", words, err)
				}
			}
		}
	}
	if n < 200 {
		t.Errorf("only %d documents", n)
	}
}

func TestDesk_SaveCopy_leaves_the_word_and_masks_the_name(t *testing.T) {
	for _, f := range []app.Format{PDF, Text} {
		d, _ := apptest.NewTestDesk(t)
		c := copyOf(t, d, "I met Rose again. The sun rose late.")
		file := filepath.Join(t.TempDir(), "copy")
		if _, err := d.SaveCopy(c, f, file, false); err != nil {
			t.Fatal(err)
		}
		if all := apptest.ReadBack(t, f, file); strings.Contains(all, "Rose") || !strings.Contains(strings.Join(strings.Fields(all), " "), "The sun rose late.") {
			t.Errorf("%s holds %q", f.Name, all)
		}
	}
}

// What a reader of the file would find is masked too, or asked about first.
func TestCopy_MaskAll_leaves_no_form_of_what_is_masked(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	for words, none := range map[string]string{
		"I saw Zorbel. Then zorbel left.": "zorbel", "I saw Rose. THE SUN ROSE LATE.": "ROSE", "Rose rang. Then R\u00adose rang.": "ose",
	} {
		c := copyOf(t, d, words)
		c.MaskAll()
		if all := wordsOf(c); strings.Contains(all, none) {
			t.Errorf("%q leaves as %q", words, all)
		}
	}
}

func TestDesk_SaveCopy_waits_for_what_Ask_added(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	const words = "We spoke of calm waters. Then of calm wa-ters."
	c, err := d.Copy(app.CopyOf{Paper: app.EntriesPaper{Entries: []journal.ID{apptest.Write(t, d, "x", "A visit", words, journal.NoFlag).ID}}})
	apptest.Must(t, err)
	at := strings.Index(words, "calm waters")
	apptest.Must(t, c.Review.AddMask(1, at, at+len("calm waters"), "a lake"))
	file := filepath.Join(t.TempDir(), "copy.txt")
	if _, err := d.SaveCopy(c, Text, file, false); !errors.Is(err, fault.Conflict) || input.IsFile(file) {
		t.Fatalf("%v, want conflict", err)
	}
	apptest.Must(t, c.Review.Decide(findingOf(t, c, "calm wa-ters"), app.Decision{Action: app.Keep})) // it is left on purpose now
	if _, err := d.SaveCopy(c, Text, file, false); err != nil {
		t.Error(err)
	}
}

func TestDesk_SaveCopy_refuses_a_replacement_that_names(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	c := copyOf(t, d, "I met Aaliyah Hussain. Then Tomasz came.")
	id := findingOf(t, c, "Tomasz")
	apptest.Must(t, c.Review.Decide(id, app.Decision{Replacement: "a friend of Aaliyah Hussain"}))
	file := filepath.Join(t.TempDir(), "copy.txt")
	_, err := d.SaveCopy(c, Text, file, false)
	var spot app.Spot
	if !errors.Is(err, fault.Exposed) || !errors.As(err, &spot) || spot.Finding != id || input.IsFile(file) || len(d.SharedCopies()) != 0 {
		t.Errorf("%v at %+v", err, spot)
	}
	if strings.Contains(err.Error(), "Aaliyah") {
		t.Error("the error quotes the copy")
	}
}

func TestDesk_Copy_asks_once_for_a_reader(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	c := copyOf(t, d, "I met Banjo Trewin and Rose.")
	c.MaskAll()
	_, err := d.SaveCopy(c, Text, filepath.Join(t.TempDir(), "copy.txt"), false)
	apptest.Must(t, err)
	e := apptest.Write(t, d, "x", "A visit", "trewin left. Later rose was there.", journal.NoFlag)
	for audience, want := range map[supervision.Audience]bool{supervision.ForMentor: true, supervision.ForLineSupervisor: false} {
		made, err := d.Copy(app.CopyOf{Paper: app.EntriesPaper{Entries: []journal.ID{e.ID}}, Audience: audience})
		apptest.Must(t, err)
		known := false
		for _, f := range made.Review.Findings() {
			known = known || f.Certain && strings.Contains(f.Reason, "same reader") && made.Review.Parts()[f.Part].Text[f.Start:f.End] == "trewin"
		}
		if known != want {
			t.Errorf("%s: known %v, want %v: %+v", audience, known, want, made.Review.Findings())
		}
	}
}
