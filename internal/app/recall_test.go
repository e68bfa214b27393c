package app

import (
	"errors"
	"strings"
	"testing"
	"time"

	"aftershift/internal/fault"
)

func TestDesk_Recall_asksNowAndThen(t *testing.T) {
	d, c := newTestDesk(t)
	if d.RecallDue() || d.RecallPlaces() != nil {
		t.Error("words that were never confirmed are asked for")
	}
	words, err := d.NewRecoveryWords(passphrase)
	must(t, err)
	must(t, d.ConfirmRecovery(words, nil, nil))
	if d.RecallDue() {
		t.Error("asked at once")
	}
	c.set(c.Now().Add(recallEvery + time.Second))
	if !d.RecallDue() {
		t.Error("not asked after 30 days")
	}
	must(t, d.PutOffRecall())
	if d.RecallDue() {
		t.Error("asked although it was put off")
	}
	c.set(c.Now().Add(recallLater + time.Second))
	d = reopened(t, d)
	places := d.RecallPlaces()
	if !d.RecallDue() || len(places) != askedBack {
		t.Fatalf("due %v, places %v", d.RecallDue(), places)
	}
	typed := []string{" " + strings.ToUpper(words[places[0]]), words[places[1]][:tellingLetters], words[places[2]]}
	for _, wrong := range [][]string{nil, {typed[0], typed[1]}, {typed[0], typed[1], ""}} {
		if err := d.Recall(places, wrong); !errors.Is(err, fault.Invalid) {
			t.Errorf("%q: %v", wrong, err)
		}
	}
	if !d.RecallDue() {
		t.Error("a wrong answer counts")
	}
	must(t, d.Recall(places, typed))
	if d.RecallDue() {
		t.Error("asked again at once")
	}
	if _, err := d.NewRecoveryWords(passphrase); err != nil || d.RecallPlaces() != nil {
		t.Errorf("the marks of older words stay: %v", err)
	}
}

func TestDesk_Recall_refusesMostOtherWords(t *testing.T) {
	d, _ := newTestDesk(t)
	words, err := d.NewRecoveryWords(passphrase)
	must(t, err)
	must(t, d.ConfirmRecovery(words, nil, nil))
	others, err := d.NewRecoveryWords(passphrase)
	must(t, err)
	must(t, d.ConfirmRecovery(words, nil, nil)) // the marks are of words again
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
	d, _ := newTestDesk(t)
	words, err := d.NewRecoveryWords(passphrase)
	must(t, err)
	if !d.CheckRecoveryWords(strings.Join(words, ", ")) || len(d.RecallPlaces()) != askedBack {
		t.Error("the words from paper are not kept to be asked for")
	}
	places := d.RecallPlaces()
	must(t, d.Recall(places, []string{words[places[0]], words[places[1]], words[places[2]]}))
	if raw := string(d.Settings().RecoveryMarks); strings.Contains(raw, words[0]) || len(raw) != recallSalt+12 {
		t.Errorf("%d bytes are kept", len(raw))
	}
}

func TestDesk_Settings_trashDays(t *testing.T) {
	d, c := newTestDesk(t)
	if d.Settings().TrashDays != usualTrashDays {
		t.Errorf("%d days", d.Settings().TrashDays)
	}
	for given, want := range map[int]int{0: MinTrashDays, 1000: MaxTrashDays, 60: 60} {
		must(t, d.SetSettings(func(s *Settings) { s.TrashDays = given }))
		if got := d.Settings().TrashDays; got != want {
			t.Errorf("%d days became %d", given, got)
		}
	}
	must(t, d.SetSettings(func(s *Settings) { s.TrashDays = 60 }))
	e := write(t, d, "text", "", "", "")
	must(t, d.Delete(e.ID))
	c.set(c.Now().AddDate(0, 0, 59))
	d = reopened(t, d)
	if len(d.Trash()) != 1 {
		t.Error("gone after 59 days")
	}
	c.set(c.Now().AddDate(0, 0, 2))
	if d = reopened(t, d); len(d.Trash()) != 0 {
		t.Error("still there after 61 days")
	}
}
