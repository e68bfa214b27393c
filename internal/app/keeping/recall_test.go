package keeping_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
	"aftershift/internal/app/core"
	"aftershift/internal/app/keeping"
	"aftershift/internal/fault"
)

func TestDesk_Recall_asksNowAndThen(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	if d.RecallDue() || d.RecallPlaces() != nil {
		t.Error("words that were never confirmed are asked for")
	}
	words, err := d.NewRecoveryWords(apptest.Passphrase)
	apptest.Must(t, err)
	apptest.Must(t, d.ConfirmRecovery(words, nil, nil))
	if d.RecallDue() {
		t.Error("asked at once")
	}
	c.Set(c.Now().Add(keeping.RecallEvery + time.Second))
	if !d.RecallDue() {
		t.Error("not asked after 30 days")
	}
	apptest.Must(t, d.PutOffRecall())
	if d.RecallDue() {
		t.Error("asked although it was put off")
	}
	c.Set(c.Now().Add(keeping.RecallLater + time.Second))
	d = apptest.Reopened(t, d)
	places := d.RecallPlaces()
	if !d.RecallDue() || len(places) != keeping.AskedBack {
		t.Fatalf("due %v, places %v", d.RecallDue(), places)
	}
	typed := []string{" " + strings.ToUpper(words[places[0]]), words[places[1]][:keeping.TellingLetters], words[places[2]]}
	for _, wrong := range [][]string{nil, {typed[0], typed[1]}, {typed[0], typed[1], ""}} {
		if err := d.Recall(places, wrong); !errors.Is(err, fault.Invalid) {
			t.Errorf("%q: %v", wrong, err)
		}
	}
	if !d.RecallDue() {
		t.Error("a wrong answer counts")
	}
	apptest.Must(t, d.Recall(places, typed))
	if d.RecallDue() {
		t.Error("asked again at once")
	}
	if _, err := d.NewRecoveryWords(apptest.Passphrase); err != nil || d.RecallPlaces() != nil {
		t.Errorf("the marks of older words stay: %v", err)
	}
}

func TestDesk_Recall_refusesMostOtherWords(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	words, err := d.NewRecoveryWords(apptest.Passphrase)
	apptest.Must(t, err)
	apptest.Must(t, d.ConfirmRecovery(words, nil, nil))
	others, err := d.NewRecoveryWords(apptest.Passphrase)
	apptest.Must(t, err)
	apptest.Must(t, d.ConfirmRecovery(words, nil, nil)) // the marks are of words again
	taken := 0
	for range 200 {
		places := d.RecallPlaces()
		var typed []string
		for _, p := range places {
			typed = append(typed, others[p])
		}
		if d.Recall(places, typed) == nil {
			taken++
		}
	}
	if taken > 40 { // at 1 in 16 a word, most sets of twelve have no such three
		t.Errorf("words that are not these were taken %d times in 200", taken)
	}
}

func TestDesk_CheckRecoveryWords_keepsMarks(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	words, err := d.NewRecoveryWords(apptest.Passphrase)
	apptest.Must(t, err)
	if !d.CheckRecoveryWords(strings.Join(words, ", ")) || len(d.RecallPlaces()) != keeping.AskedBack {
		t.Error("the words from paper are not kept to be asked for")
	}
	places := d.RecallPlaces()
	apptest.Must(t, d.Recall(places, []string{words[places[0]], words[places[1]], words[places[2]]}))
	if raw := string(d.Settings().RecoveryMarks); strings.Contains(raw, words[0]) || len(raw) != keeping.RecallSalt+12 {
		t.Errorf("%d bytes are kept", len(raw))
	}
}

func TestDesk_Settings_trashDays(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	if d.Settings().TrashDays != core.UsualTrashDays {
		t.Errorf("%d days", d.Settings().TrashDays)
	}
	for given, want := range map[int]int{0: app.MinTrashDays, 1000: app.MaxTrashDays, 60: 60} {
		apptest.Must(t, d.SetSettings(func(s *app.Settings) { s.TrashDays = given }))
		if got := d.Settings().TrashDays; got != want {
			t.Errorf("%d days became %d", given, got)
		}
	}
	apptest.Must(t, d.SetSettings(func(s *app.Settings) { s.TrashDays = 60 }))
	e := apptest.Write(t, d, "text", "", "", "")
	apptest.Must(t, d.Delete(e.ID))
	c.Set(c.Now().AddDate(0, 0, 59))
	d = apptest.Reopened(t, d)
	if len(d.Trash()) != 1 {
		t.Error("gone after 59 days")
	}
	c.Set(c.Now().AddDate(0, 0, 2))
	if d = apptest.Reopened(t, d); len(d.Trash()) != 0 {
		t.Error("still there after 61 days")
	}
}

// Whoever typed the words is told which of them can't be right.
func TestDesk_WrongRecoveryWord(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	words, err := d.NewRecoveryWords(apptest.Passphrase)
	apptest.Must(t, err)
	typed := append([]string(nil), words...)
	typed[4] = "qqqq"
	if place, n := d.WrongRecoveryWord(strings.Join(typed, " ")); place != 4 || n != len(words) {
		t.Errorf("word %d of %d, want 4", place, n)
	}
	if place, n := d.WrongRecoveryWord(strings.Join(words[:11], " ")); place != -1 || n != 11 {
		t.Errorf("word %d of %d", place, n)
	}
}
